import { checkAccounts } from './account-checks.ts';
import { findingsOf } from './finding.ts';
import type { Check, DoctorContext, Finding } from './finding.ts';
import {
  checkClock,
  checkFonts,
  checkMemory,
  checkPrograms,
  checkRights,
  checkSpace,
} from './machine-checks.ts';
import { checkBackup, checkMirror, checkServer } from './outside-checks.ts';
import { checkReleases } from './release-checks.ts';
import { checkStore } from './store-checks.ts';

const checks: Record<string, Check> = {
  Programs: checkPrograms,
  Clock: checkClock,
  Memory: checkMemory,
  Disk: checkSpace,
  Rights: checkRights,
  Fonts: checkFonts,
  Server: checkServer,
  Store: checkStore,
  Accounts: checkAccounts,
  Site: checkReleases,
  Backup: checkBackup,
  Mirror: checkMirror,
};

/** Looks at everything, one after another, and calls `say` for each finding as soon as it is there. */
export async function examine(
  context: DoctorContext,
  say: (finding: Finding) => void,
  looks: Readonly<Record<string, Check>> = checks,
): Promise<Finding[]> {
  const all: Finding[] = [];
  for (const [name, check] of Object.entries(looks)) {
    for (const finding of await findingsOf(name, check, context)) {
      all.push(finding);
      say(finding);
    }
  }
  return all;
}
