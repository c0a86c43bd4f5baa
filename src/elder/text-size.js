/*
 * Remembers the size of text in the elder view. Choosing works without it where the browser knows :has(); served as
 * it is, so it keeps to what old phones know.
 */
(function () {
  var root = document.documentElement;
  var key = 'text-size';
  function kept() {
    try {
      return localStorage.getItem(key) || '1';
    } catch {
      // Storage may be switched off; then the choice holds for this page.
      return '1';
    }
  }
  function show(/** @type {string} */ size) {
    root.setAttribute('data-text-size', size);
  }
  show(kept());
  document.addEventListener('DOMContentLoaded', function () {
    var choices = /** @type {NodeListOf<HTMLInputElement>} */ (
      document.querySelectorAll('input[name="text-size"]')
    );
    Array.prototype.forEach.call(choices, function (/** @type {HTMLInputElement} */ choice) {
      choice.checked = choice.value === root.getAttribute('data-text-size');
      choice.addEventListener('change', function () {
        show(choice.value);
        try {
          localStorage.setItem(key, choice.value);
        } catch {
          // As above.
        }
      });
    });
  });
})();
