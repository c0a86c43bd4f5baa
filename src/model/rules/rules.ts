import type { CollectionName } from '../collections.ts';
import { activityRules } from './activities.ts';
import { agreementRules } from './agreements.ts';
import { caseRules } from './cases.ts';
import { channelRules } from './channel.ts';
import { clippingRules } from './clippings.ts';
import { concernRules } from './concerns.ts';
import { deliberationRules } from './deliberations.ts';
import { documentRules } from './documents.ts';
import { eventRules } from './events.ts';
import { materialRules } from './materials.ts';
import { meetingRules } from './meetings.ts';
import { menuRules } from './menus.ts';
import { monthlyRules } from './monthly.ts';
import { needRules } from './needs.ts';
import { orgRules } from './orgs.ts';
import { pathRules } from './paths.ts';
import { postRules } from './posts.ts';
import { projectRules } from './projects.ts';
import { quizRules } from './quizzes.ts';
import type { Rules } from './rule.ts';
import { serviceRules } from './services.ts';
import { successionRules } from './succession.ts';
import { termRules } from './terms.ts';

/** The rules of each collection, beyond what its description says field by field. */
export const rules: { [N in CollectionName]: Rules<N> } = {
  activities: activityRules,
  notices: [],
  series: [],
  events: eventRules,
  agreements: agreementRules,
  resources: [],
  needs: needRules,
  projects: projectRules,
  meetings: meetingRules,
  cases: caseRules,
  channel: channelRules,
  concerns: concernRules,
  deliberations: deliberationRules,
  services: serviceRules,
  menus: menuRules,
  posts: postRules,
  documents: [...successionRules('documents'), ...documentRules],
  materials: materialRules,
  paths: pathRules,
  quizzes: quizRules,
  terms: termRules,
  monthly: monthlyRules,
  policies: successionRules('policies'),
  clippings: clippingRules,
  orgs: orgRules,
  site: [],
};
