/*
 * A page is built on one day and read on another. An element that is valid only for some time has `data-holds` with its
 * first and last day or minute, either of which may be missing: "2026-11-28/2026-11-28", "/2026-11-30T10:40". At any
 * other time a list item moves to the list in `data-moves-to`, a text is replaced by `data-then`, an element with
 * `data-loses` loses that class, and any other element is removed. The time is Beijing time, wherever the reader is.
 * Served as it is, so it uses only what old phones support.
 */
(function () {
  // China has one time zone and no summer time; new Date shifted by eight hours reads as Beijing in UTC.
  var now = new Date(Date.now() + 8 * 3600 * 1000).toISOString();

  // The time in the precision of the limit: a day is valid until its end, a minute until its own.
  function clock(limit) {
    return now.slice(0, limit.length);
  }

  function each(selector, found) {
    Array.prototype.slice.call(document.querySelectorAll(selector)).forEach(found);
  }

  each('[data-holds]', function (element) {
    var days = element.getAttribute('data-holds').split('/');
    var from = String(days[0]);
    var until = String(days[1] || '');
    if (from <= clock(from) && clock(until) <= until) return;
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
