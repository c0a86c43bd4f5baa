import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startHub } from './hub.ts';

/** Starts the hub on an empty store, waits for its first release, and ends it after the run. */
export default async function setUp(): Promise<() => Promise<void>> {
  const data = await mkdtemp(path.join(tmpdir(), 'hub-store-'));
  const hub = await startHub(data);
  process.env['HUB_TEST_ADDRESS'] = hub.address;
  process.env['HUB_TEST_DATA'] = data;
  process.env['HUB_TEST_FIRST_RUN'] = hub.firstRun ?? '';
  return async () => {
    await hub.stop();
    await rm(data, { recursive: true, force: true });
  };
}
