/*
 * Stores the text size of the elder view. Where the browser supports :has(), the control works without this script.
 * Served as it is, so it uses only what old phones support.
 */
(function () {
  var root = document.documentElement;
  var key = 'text-size';
  function kept() {
    try {
      return localStorage.getItem(key) || '1';
    } catch {
      // Storage may be blocked; then the choice is valid for this page only.
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
