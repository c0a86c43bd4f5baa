/** Swiping left means next, swiping right means back. Does not interfere with scrolling and zooming. */
export function onSwipe(element: HTMLElement, onAction: (action: 'next' | 'back') => void): void {
  let from: { x: number; y: number; moment: number } | undefined;
  element.addEventListener(
    'touchstart',
    ({ touches, target, timeStamp }) => {
      const touch = touches[0];
      const ours =
        touches.length === 1 && !(target instanceof Element && target.closest('.table-scroll, pre'));
      from = touch && ours ? { x: touch.clientX, y: touch.clientY, moment: timeStamp } : undefined;
    },
    { passive: true },
  );
  element.addEventListener(
    'touchend',
    ({ changedTouches, timeStamp }) => {
      const touch = changedTouches[0];
      if (!from || !touch) return;
      const [across, down] = [touch.clientX - from.x, touch.clientY - from.y];
      const isSwipe =
        Math.abs(across) > 60 && Math.abs(across) > 2 * Math.abs(down) && timeStamp - from.moment < 800;
      from = undefined;
      // Zoomed in, a finger moves the page.
      if (isSwipe && (window.visualViewport?.scale ?? 1) < 1.05) onAction(across < 0 ? 'next' : 'back');
    },
    { passive: true },
  );
}
