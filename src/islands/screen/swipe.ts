/** A finger drawn across the screen: to the left leads on, to the right leads back. Scrolling and zooming stay theirs. */
export function onSwipe(on: HTMLElement, answer: (deed: 'next' | 'back') => void): void {
  let from: { x: number; y: number; moment: number } | undefined;
  on.addEventListener(
    'touchstart',
    ({ touches, target, timeStamp }) => {
      const touch = touches[0];
      const ours =
        touches.length === 1 && !(target instanceof Element && target.closest('.table-scroll, pre'));
      from = touch && ours ? { x: touch.clientX, y: touch.clientY, moment: timeStamp } : undefined;
    },
    { passive: true },
  );
  on.addEventListener(
    'touchend',
    ({ changedTouches, timeStamp }) => {
      const touch = changedTouches[0];
      if (!from || !touch) return;
      const [across, down] = [touch.clientX - from.x, touch.clientY - from.y];
      const meant =
        Math.abs(across) > 60 && Math.abs(across) > 2 * Math.abs(down) && timeStamp - from.moment < 800;
      from = undefined;
      // Zoomed in, a finger moves the picture.
      if (meant && (window.visualViewport?.scale ?? 1) < 1.05) answer(across < 0 ? 'next' : 'back');
    },
    { passive: true },
  );
}
