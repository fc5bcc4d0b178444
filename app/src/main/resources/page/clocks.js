(function () {
  'use strict';
  function words(minutes) {
    var days = Math.floor(minutes / 1440), hours = Math.floor(minutes / 60) % 24, rest = minutes % 60;
    return (days > 3 ? days + ' d ' + hours + ' h' : Math.floor(minutes / 60) + ' h ' + rest + ' min');
  }
  function tick() {
    var now = Date.now();
    document.querySelectorAll('.clock[data-due]').forEach(function (clock) {
      var left = Math.floor((Date.parse(clock.getAttribute('data-due')) - now) / 60000);
      clock.textContent = left >= 0 ? words(left) + ' left' : 'overdue by ' + words(-left);
    });
  }
  function open(all) {
    document.querySelectorAll('details:not(.inputs)').forEach(function (each) { each.open = all; });
  }
  tick();
  setInterval(tick, 20000);
  window.addEventListener('beforeprint', function () { open(true); });
  window.addEventListener('afterprint', function () { open(false); });
})();
