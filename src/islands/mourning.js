/*
 * Turns the site grey on days of mourning, which the page lists in `data-mourning` as "2026-04-04/2026-04-04". The day
 * is that of Beijing, wherever the reader is. Served as it is, so it uses only what old phones support.
 */
(function () {
  var root = document.documentElement;
  // China has one time zone and no summer time; new Date shifted by eight hours reads as Beijing in UTC.
  var today = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
  (root.getAttribute('data-mourning') || '').split(' ').forEach(function (period) {
    var ends = period.split('/');
    if (ends.length === 2 && String(ends[0]) <= today && today <= String(ends[1])) {
      root.setAttribute('data-grey', '');
    }
  });
})();
