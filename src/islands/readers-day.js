/*
 * A page is built on one day and read on another. What holds for some days only says so, `data-holds` with its first
 * and last day, either of which may be missing: "2026-11-28/2026-11-28", "/2026-11-30". On another day a list item moves
 * to the list that `data-moves-to` names, words give way to those of `data-then`, what `data-loses` a class goes on
 * without it, and anything else goes. The day is Beijing's, wherever the reader is. Served as it is, so it keeps to what
 * old phones know.
 */
(function () {
  // China has one time zone and no summer time; new Date shifted by eight hours reads as Beijing in UTC.
  var today = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);

  function each(selector, found) {
    Array.prototype.slice.call(document.querySelectorAll(selector)).forEach(found);
  }

  each('[data-holds]', function (element) {
    var days = element.getAttribute('data-holds').split('/');
    if (String(days[0]) <= today && (!days[1] || today <= String(days[1]))) return;
    element.removeAttribute('data-holds');
    var loses = element.getAttribute('data-loses');
    if (loses) {
      element.classList.remove(loses);
      return;
    }
    var then = element.getAttribute('data-then');
    var list = document.getElementById(element.getAttribute('data-moves-to') || '');
    if (list) {
      list.insertBefore(element, list.firstChild);
      // The part of the page around the list was hidden while there was nothing in it.
      if (list.parentNode) list.parentNode.hidden = false;
    } else if (then) element.textContent = then;
    else if (element.parentNode) element.parentNode.removeChild(element);
  });

  each('[data-counts]', function (element) {
    var list = document.getElementById(element.getAttribute('data-counts'));
    var left = list ? list.children.length : 0;
    element.textContent = left > 0 ? String(left) : '';
  });

  each('[data-shown-without]', function (element) {
    var list = document.getElementById(element.getAttribute('data-shown-without'));
    if (!list || list.children.length === 0) element.hidden = false;
  });
  each('[data-goes-without]', function (element) {
    var list = document.getElementById(element.getAttribute('data-goes-without'));
    if (!list || list.children.length === 0) element.hidden = true;
  });
})();
