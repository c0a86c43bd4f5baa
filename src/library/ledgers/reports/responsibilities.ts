import { itemsOf, termOf } from '../joint/agreement-terms.ts';
import {
  daysOverdue,
  dueOn,
  handlerOn,
  isClosedOn,
  stateOn,
  stateWords,
} from '../concerns/concern-states.ts';
import { daysLate, decisionState, decisionStates, openDecisions } from '../joint/decision-states.ts';
import { progressOf, projectStates } from '../joint/project-progress.ts';
import type { Ledgers } from '../row.ts';
import { isHeld } from '../joint/held-seats.ts';

export const dutyKinds = {
  seat: '席位',
  project: '项目',
  decision: '会议决定',
  item: '协议事项',
  concern: '民情办理',
  need: '提出的需求',
  resource: '提供的资源',
  service: '便民服务',
} as const;

export interface Duty {
  kind: keyof typeof dutyKinds;
  /** 牵头, 配合, 召集单位 … */
  role: string;
  title: string;
  address: string;
  state?: string;
  due?: string;
  daysOver: number;
}

/**
 * Rule: everything that names the unit and is not finished today: its seats, the projects and decisions it leads or
 * helps with, its items in agreements in force, the concerns it handles, its needs and what it offers. Overdue first.
 */
export function dutiesOf(org: string, ledgers: Ledgers, today: string): Duty[] {
  const duties = [
    ...seatDuties(org, ledgers, today),
    ...projectDuties(org, ledgers, today),
    ...decisionDuties(org, ledgers, today),
    ...itemDuties(org, ledgers, today),
    ...concernDuties(org, ledgers, today),
    ...offers(org, ledgers, today),
  ];
  return duties.sort((a, b) => b.daysOver - a.daysOver);
}

function seatDuties(org: string, { orgs }: Ledgers, today: string): Duty[] {
  return orgs.flatMap(({ data, address }) =>
    (data.seats ?? [])
      .filter((seat) => seat.org === org && isHeld(seat, today))
      .map(({ role }): Duty => ({ kind: 'seat', role, title: data.title, address, daysOver: 0 })),
  );
}

function projectDuties(org: string, { projects }: Ledgers, today: string): Duty[] {
  return projects
    .filter(({ data }) => data.ended === undefined)
    .filter(({ data }) => data.lead === org || data.partners?.includes(org))
    .map((project) => {
      const { state, due, daysOver } = progressOf(project, today);
      const role = project.data.lead === org ? '牵头' : '配合';
      const { title } = project.data;
      return {
        kind: 'project',
        role,
        title,
        address: project.address,
        state: projectStates[state],
        due,
        daysOver,
      };
    });
}

function decisionDuties(org: string, { meetings }: Ledgers, today: string): Duty[] {
  return openDecisions(meetings, today)
    .filter(({ owner, helpers }) => owner === org || helpers?.includes(org))
    .map((decision) => ({
      kind: 'decision',
      role: decision.owner === org ? '牵头' : '配合',
      title: decision.text,
      address: decision.address,
      state: decisionStates[decisionState(decision, today)],
      due: decision.due,
      daysOver: daysLate(decision, today),
    }));
}

function itemDuties(org: string, { agreements, projects }: Ledgers, today: string): Duty[] {
  const stopped = new Set(
    projects.filter(({ data }) => data.outcome === 'terminated').map(({ slug }) => slug),
  );
  const running = agreements.filter((agreement) =>
    ['inForce', 'expiring'].includes(termOf(agreement, agreements, today).state),
  );
  return itemsOf(running)
    .filter(({ owners, project }) => owners.includes(org) && !stopped.has(project ?? ''))
    .map(({ text, address, agreement }) => ({
      kind: 'item',
      role: '负责',
      title: text,
      address,
      due: agreement.data.until,
      daysOver: 0,
    }));
}

/** A concern that no unit has accepted belongs to the unit of the channel's first step, so it is on someone's list. */
function concernDuties(org: string, { concerns, channel }: Ledgers, today: string): Duty[] {
  const desk = channel[0]?.data.steps[0]?.org;
  return concerns
    .filter((concern) => !isClosedOn(concern, today) && (handlerOn(concern, today) ?? desk) === org)
    .map((concern) => {
      const state = stateOn(concern, today);
      return {
        kind: 'concern',
        role: '办理',
        title: `${concern.data.number} ${concern.data.title}`,
        address: concern.address,
        state: stateWords[state],
        due: dueOn(concern, today),
        daysOver: daysOverdue(concern, today),
      };
    });
}

function offers(org: string, { needs, resources, services }: Ledgers, today: string): Duty[] {
  const duty = (
    kind: Duty['kind'],
    role: string,
    row: { address: string; data: { title: string } },
  ): Duty => ({
    kind,
    role,
    title: row.data.title,
    address: row.address,
    daysOver: 0,
  });
  return [
    ...needs
      .filter(({ data }) => data.org === org && data.closed === undefined)
      .map((row) => duty('need', '提出', row)),
    ...resources
      .filter(({ data }) => data.org === org && (data.until === undefined || data.until >= today))
      .map((row) => duty('resource', '提供', row)),
    ...services.filter(({ data }) => data.org === org).map((row) => duty('service', '提供', row)),
  ];
}
