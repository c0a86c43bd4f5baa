import { request } from '../backend/server-request.ts';
import { displayTime } from '../../shared/beijing-time.ts';
import { serverNow } from '../server-clock.ts';
import { buildMessage } from './build-message.ts';
import { leftOutFor, leftOutMessage } from '../../shared/left-out.ts';
import type { LeftOutReport } from '../../shared/left-out.ts';
import type { CurrentUser } from '../decap/config.ts';
import { showDialog } from './dialogs.ts';
import { element } from './element.ts';

interface Build {
  state: 'idle' | 'queued' | 'building';
  live: { builtAt: string; commit: string; leftOut?: LeftOutReport } | null;
  /** For administrators, if the mirror has been failing for a day. */
  mirror?: string;
  last?: { state: 'done' | 'failed' | 'interrupted'; at: string; message?: string };
}

const idleInterval = 20_000;
const busyInterval = 1500;

/** The footer of the desk: build status, links, and the signed-in person. */
export class StatusStrip {
  readonly offers = element('div', { class: 'desk-offers' });
  readonly #state = element('span', { role: 'status', class: 'desk-strip__state' }, '网站：……');
  readonly #more = element('span', { class: 'desk-strip__more' });
  #mirrorSentence: string | undefined;
  readonly #mirror = element('span', { class: 'desk-strip__more' });
  readonly #leftOut = element('span', { class: 'desk-strip__more', role: 'status' });
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The entry just published, announced once it is live. */
  #awaited: { title: string; address: string } | undefined;

  readonly #person: CurrentUser;
  /** What the button now tells. */
  #told = '';

  constructor(person: CurrentUser, site: string, openTrash: () => void) {
    this.#person = person;
    const links = element(
      'nav',
      { 'aria-label': '编辑台' },
      element('a', { href: site, target: '_blank', rel: 'noopener' }, '查看网站'),
      element('button', { type: 'button', click: openTrash }, '回收站'),
      ...(person.may.manageAccounts ? [element('a', { href: 'accounts' }, '账号')] : []),
      element('a', { href: 'password' }, '修改密码'),
      element('a', { href: 'manual/', target: '_blank', rel: 'noopener' }, '使用手册'),
      element('span', { class: 'desk-strip__who' }, person.name),
      element('form', { method: 'post', action: 'sign-out' }, element('button', { type: 'submit' }, '退出')),
    );
    document.body.append(
      element(
        'div',
        { class: 'desk-foot' },
        this.offers,
        element('div', { class: 'desk-strip' }, this.#state, this.#more, this.#leftOut, this.#mirror, links),
      ),
    );
    void this.refresh();
  }

  /** Polls often until the published entry is live, then shows a link to it. */
  awaitRelease(title: string, address: string): void {
    this.#awaited = { title, address };
    this.#state.textContent = '网站：准备更新……';
    void this.refresh();
  }

  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    const build = await request<Build>('/admin/api/build', undefined, { quiet: true }).catch(() => undefined);
    if (build) this.#show(build);
    const busy = build && build.state !== 'idle';
    this.#timer = setTimeout(() => void this.refresh(), busy || this.#awaited ? busyInterval : idleInterval);
  }

  #show(build: Build): void {
    const sentence = statusMessage(build);
    // Screen readers announce the status again whenever it is set.
    if (this.#state.textContent !== sentence) this.#state.textContent = sentence;
    this.#showMirror(build.mirror);
    if (build.state === 'idle') this.#showLeftOut(build);
    const children: HTMLElement[] = [];
    if (build.state === 'idle' && build.last && build.last.state !== 'done') {
      const { message = '' } = build.last;
      const show = (): void => {
        showDialog({ title: '网站没有更新', sentence: buildMessage(message) });
      };
      children.push(
        element('button', { type: 'button', click: show }, '看看为什么'),
        element('button', { type: 'button', click: () => void this.#again() }, '再生成一次'),
      );
    }
    if (build.state === 'idle' && this.#awaited) {
      if (build.last?.state === 'done' && !this.#isLeftOut(build, this.#awaited.address)) {
        const { title, address } = this.#awaited;
        children.push(
          element(
            'a',
            { href: address, target: '_blank', rel: 'noopener' },
            `《${title}》已在网站上，去看看`,
          ),
        );
      }
      this.#awaited = build.last?.state === 'done' ? undefined : this.#awaited;
    } else if (build.state === 'idle') {
      return this.#keep(children);
    }
    this.#more.replaceChildren(...children);
    return undefined;
  }

  #showMirror(sentence: string | undefined): void {
    if (sentence === this.#mirrorSentence) return;
    this.#mirrorSentence = sentence;
    const show = (): void => {
      showDialog({ title: '另存的一份没有更新', sentence: sentence ?? '' });
    };
    this.#mirror.replaceChildren(
      ...(sentence === undefined
        ? []
        : [element('button', { type: 'button', click: show }, '另存的一份没有更新')]),
    );
  }

  /** Says what readers do not see as it was published, until it is mended. */
  #showLeftOut(build: Build): void {
    const leftOut = this.#leftOutOf(build);
    const key = JSON.stringify(leftOut);
    // Set anew, the button would lose the focus.
    if (key === this.#told) return;
    this.#told = key;
    this.#leftOut.replaceChildren();
    if (leftOut.count === 0) return;
    const show = (): void => {
      showDialog({ title: '有内容没有更新到网站', sentence: leftOutMessage(leftOut) });
    };
    const words = `有 ${String(leftOut.count)} 篇没有更新，看看是哪篇`;
    this.#leftOut.append(element('button', { type: 'button', click: show }, words));
    // Whoever has just published it must not have to look for it.
    if (this.#awaited && this.#isLeftOut(build, this.#awaited.address)) show();
  }

  #leftOutOf({ live }: Build): LeftOutReport {
    const { username, may } = this.#person;
    return leftOutFor(live?.leftOut, { username, publishes: may.publish });
  }

  #isLeftOut(build: Build, address: string): boolean {
    return this.#leftOutOf(build).entries.some(({ entry }) => address.endsWith(`/${entry}/`));
  }

  /** Keeps the link to the published entry until there is something else to show. */
  #keep(children: HTMLElement[]): void {
    if (children.length > 0) this.#more.replaceChildren(...children);
  }

  async #again(): Promise<void> {
    await request('/admin/api/build', {}).catch((error: unknown) => {
      showDialog({ title: '没有开始', sentence: String(error) });
    });
    void this.refresh();
  }
}

function statusMessage({ state, live, last }: Build): string {
  if (state !== 'idle') return '网站：正在生成……';
  if (last && last.state !== 'done') return `网站：上次没有更新成功（${displayTime(last.at, serverNow())}）`;
  return live ? `网站：已更新 ${displayTime(live.builtAt, serverNow())}` : '网站：还没有生成';
}
