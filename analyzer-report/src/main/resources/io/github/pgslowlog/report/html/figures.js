// Figures in words, by the same rules as in Figures.java.

const GAP = '\u00a0';

function count(n) { return String(n).replace(/\B(?=(\d{3})+$)/g, ','); }
function plural(n, noun) {
  const many = noun.endsWith('y') ? noun.slice(0, -1) + 'ies' : noun + 's';
  return count(n) + GAP + (n === 1 ? noun : many);
}
function decimal(units, digits) {
  const one = digits === 1 ? 10 : 100;
  return count(Math.floor(units / one)) + '.' + String(one + units % one).slice(1);
}
function two(large, unit, small, smallUnit) {
  return count(large) + GAP + unit + (small === 0 ? '' : GAP + small + GAP + smallUnit);
}
function duration(micros) {
  if (micros < 0) return '\u2212' + duration(-micros);
  if (micros < 1000) return micros + GAP + 'µs';
  if (micros < 999950) return decimal(Math.floor((micros + 50) / 100), 1) + GAP + 'ms';
  if (micros < 99995000) return decimal(Math.floor((micros + 5000) / 10000), 2) + GAP + 's';
  return units(Math.max(100, Math.floor(micros / 1e6)));
}
function width(s) { return s < 60 ? s + GAP + 's' : units(s); }
function units(s) {
  if (s < 3600) return two(Math.floor(s / 60), 'min', s % 60, 's');
  return s < 172800
    ? two(Math.floor(s / 3600), 'h', Math.floor(s % 3600 / 60), 'min')
    : two(Math.floor(s / 86400), 'd', Math.floor(s % 86400 / 3600), 'h');
}
function share(part, whole) {
  return whole === 0 ? '–' : decimal(Math.floor(part / whole * 1000 + 0.5), 1) + GAP + '%';
}
function rate(x) {
  if (x > 0 && x < 1) return String(Number(x.toPrecision(2)));
  return x < 100 ? decimal(Math.floor(x * 100 + 0.5), 2) : count(Math.floor(x + 0.5));
}
function time(ms) { return new Date(ms).toISOString().slice(0, 19).replace('T', ' '); }
function excerpt(text, length) { return text.length <= length ? text : text.slice(0, length - 1) + '…'; }
function oneLine(sql) { return sql.replace(/\n\s*/g, ' ').replace(/\( (?=SELECT|WITH|VALUES|INSERT|UPDATE|DELETE|MERGE)/g, '(').replace(/ \)/g, ')'); }
