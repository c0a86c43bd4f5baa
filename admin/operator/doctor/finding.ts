import type { Settings } from '../../server/settings.ts';
import { explainForOperator } from '../operator-error.ts';

/** One line of the doctor. An error stops something, or soon will; a warning can wait until tomorrow. */
export interface Finding {
  level: 'ok' | 'warn' | 'error';
  english: string;
  chinese: string;
}

const finding =
  (level: Finding['level']) =>
  (english: string, chinese: string): Finding => ({ level, english, chinese });
export const fine = finding('ok');
export const warning = finding('warn');
export const failure = finding('error');

export interface DoctorContext {
  settings: Settings;
  now: Date;
  env: Readonly<Record<string, string | undefined>>;
}

/** A check looks and changes nothing, also while the server runs. */
export type Check = (context: DoctorContext) => Promise<Finding[]>;

/** A check that fails itself is a finding, too; the others still run. */
export async function findingsOf(name: string, check: Check, context: DoctorContext): Promise<Finding[]> {
  try {
    return await check(context);
  } catch (error) {
    const [english = '', chinese = ''] = explainForOperator(error, context.settings.data).split(' · ');
    return [failure(`${name}: ${english}`, chinese)];
  }
}

export const lineOf = ({ level, english, chinese }: Finding): string =>
  `${`[${level}]`.padEnd(8)}${english} · ${chinese}`.replace(/\s*\n\s*/g, ' ');

export const size = (bytes: number): string =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(0)} MB`;
