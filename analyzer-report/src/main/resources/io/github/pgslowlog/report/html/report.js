(() => {
'use strict';
// The page works without this script; with it, it can be filtered, sorted, zoomed and copied from.
// Log text gets into the page as text only, never as markup.
//
// Fields of a pattern: f fingerprint, q statement, x its length if it is cut, t type, c calls,
// m microseconds, d [min, max, mean, deviation, p50, p95, p99], p parse and i bind microseconds,
// w [first, last] in epoch milliseconds, g microseconds in the [first, last] third, calls by
// u user, b database, a application and h host as [name, calls, ...], T tables ("u+", "T+": how many
// more), k cancelled, l timeline [epoch second, width in seconds, then slices since, calls,
// microseconds], e events [kind, words, count], "e+" [further kinds, their count], r recommendations,
// n why no index helps, N why it is not parsed, z 1 if it is shortened; and if it is not: H histogram [first bin, calls, ...], C columns
// [column, role, ...], G tags [key, value, calls, ...], s samples [epoch milliseconds, microseconds,
// statement, values...], P plan [format, microseconds, epoch milliseconds, text].
const root = document.documentElement;
root.classList.add('js');
const store = {
  get() { try { return localStorage.getItem('pgslowlog-theme'); } catch (e) { return null; } },
  set(v) { try { localStorage.setItem('pgslowlog-theme', v); } catch (e) { /* not kept */ } },
};
const kept = store.get();
if (kept === 'light' || kept === 'dark') root.dataset.theme = kept;

const $ = id => document.getElementById(id);
const SVG = 'http://www.w3.org/2000/svg';
const GAP = '\u00a0';
/** Users, tables and the like that the details of a pattern show. */
const MOST_NAMES = 30;

function el(name, attributes, ...children) {
  const node = document.createElement(name);
  return fill(node, attributes, children);
}
function svg(name, attributes, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}
function fill(node, attributes, children) {
  for (const key in attributes) {
    if (attributes[key] !== null && attributes[key] !== undefined) node.setAttribute(key, attributes[key]);
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined));
  return node;
}

// --- figures: the same rules as in Figures.java

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

// --- charts

function stepPath(values) {
  let max = 0;
  for (const value of values) max = Math.max(max, value);
  if (max <= 0) return '';
  let path = 'M0,100';
  let level = 100;
  values.forEach((value, i) => {
    const height = value <= 0 ? 0 : Math.max(2, Math.round(value / max * 100));
    if (100 - height !== level) {
      level = 100 - height;
      path += 'H' + i + 'V' + level;
    }
  });
  return path + 'H' + values.length + 'V100Z';
}
function spread(bins, from, to, value) {
  const first = Math.max(0, Math.trunc(from));
  const last = Math.min(bins.length - 1, Math.ceil(to) - 1);
  for (let i = first; i <= last; i++) {
    bins[i] += Math.max(0, Math.min(to, i + 1) - Math.max(from, i)) * value / (to - from);
  }
}
function area(values, label) {
  return svg('svg', {viewBox: '0 0 ' + values.length + ' 100', preserveAspectRatio: 'none',
    role: 'img', 'aria-label': label}, svg('path', {d: stepPath(values)}));
}

// --- copying

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (e) {
    const area = el('textarea', {class: 'vh', 'aria-hidden': 'true', tabindex: '-1'});
    area.value = text;
    document.body.append(area);
    const focused = document.activeElement;
    area.select();
    let done = false;
    try { done = document.execCommand('copy'); } catch (failed) { /* told below */ }
    area.remove();
    if (focused) focused.focus();
    return done;
  }
}
function say(text) { $('said').textContent = text; }
async function copied(button, text, what) {
  const label = button.dataset.label || button.textContent;
  button.dataset.label = label;
  const done = await copy(text);
  button.textContent = done ? 'Copied' : 'Press Ctrl+C';
  if (!done) select(button);
  say(done ? what + ' copied' : what + ' could not be copied');
  setTimeout(() => { button.textContent = label; }, 1600);
}
function select(button) {
  const pre = button.parentElement.querySelector('pre');
  if (pre) getSelection().selectAllChildren(pre);
}

/** Sets keywords off; everything else stays as it is. */
function highlight(pre) {
  const sql = pre.textContent;
  if (sql.length > 20000 || pre.children.length) return pre;
  const parts = sql.split(/("[^"]*"|'[^']*'|\b[A-Z]{2,}\b)/);
  pre.replaceChildren(...parts.map((part, i) =>
    i % 2 && part[0] !== '"' && part[0] !== "'" ? el('b', {}, part) : part));
  return pre;
}
function code(sql, label) {
  return el('div', {class: 'code'},
    highlight(el('pre', {class: 'sqltext'}, sql)),
    el('button', {type: 'button', class: 'copy', 'aria-label': 'Copy ' + label}, 'Copy'));
}

// --- the rest needs the page

addEventListener('DOMContentLoaded', () => {
  const data = JSON.parse($('data').textContent);
  theme();
  buttons();
  document.querySelectorAll('pre.sqltext').forEach(highlight);
  navigation();
  const list = $('rows') ? patterns(data) : null;
  const chart = $('load-svg') ? load(data, list) : null;
  if (list) list.start(chart);
  readings($('week'), $('week-reading'));
  readings($('roles'), $('roles-reading'));
  printing(list);
});

/** What is closed is opened for the printer, and closed again. */
function printing(list) {
  let opened = [];
  let close = null;
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open])')];
    opened.forEach(details => { details.open = true; });
    if (list) close = list.openFirst(10);
  });
  addEventListener('afterprint', () => {
    opened.forEach(details => { details.open = false; });
    if (close) close();
    opened = [];
    close = null;
  });
}

function theme() {
  $('theme').addEventListener('click', () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme:dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    store.set(root.dataset.theme);
    say(root.dataset.theme + ' colours');
  });
}

function buttons() {
  document.addEventListener('click', event => {
    const button = event.target.closest('button.copy');
    if (button) copied(button, button.parentElement.querySelector('pre').textContent, 'Statement');
  });
  const table = $('roles');
  if (!table) return;
  const by = calls => () => {
    table.classList.toggle('by-calls', calls);
    table.classList.toggle('by-time', !calls);
    root.dataset.by = calls ? 'calls' : 'time';
    $('by-calls').setAttribute('aria-pressed', calls);
    $('by-time').setAttribute('aria-pressed', !calls);
  };
  $('by-time').addEventListener('click', by(false));
  $('by-calls').addEventListener('click', by(true));
}

/** Writes the figures of a cell into a line: of that which is pointed at, tapped or has the focus. */
function readings(table, line) {
  if (!table) return;
  const cells = [...table.querySelectorAll('td[title]')];
  if (!cells.length) return;
  const hint = line.textContent;
  const steps = {ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0]};
  let current = cells[0];
  cells.forEach(cell => { cell.tabIndex = cell === current ? 0 : -1; });
  table.setAttribute('role', 'grid');
  const cellOf = event => event.target.closest('td[title]');
  const read = cell => { line.textContent = cell ? cell.title : hint; };
  function next(cell, [down, right]) {
    let row = cell.parentElement.rowIndex, column = cell.cellIndex, to = null;
    do {
      row += down;
      column += right;
      to = table.rows[row] && table.rows[row].cells[column];
    } while (table.rows[row] && column > 0 && column < table.rows[0].cells.length && !(to && to.title));
    return to && to.title ? to : null;
  }
  table.addEventListener('keydown', event => {
    const cell = cellOf(event);
    const to = cell && steps[event.key] && next(cell, steps[event.key]);
    if (cell && steps[event.key]) event.preventDefault();
    if (to) to.focus();
  });
  table.addEventListener('focusin', event => {
    const cell = cellOf(event);
    if (!cell) return;
    current.tabIndex = -1;
    cell.tabIndex = 0;
    current = cell;
    read(cell);
  });
  table.addEventListener('mouseover', event => { if (cellOf(event)) read(cellOf(event)); });
  table.addEventListener('mouseleave', () => read(table.contains(document.activeElement) ? current : null));
  table.addEventListener('focusout', () => read(null));
}

function navigation() {
  const links = [...document.querySelectorAll('nav a')];
  const sections = links.map(link => document.querySelector(link.getAttribute('href')));
  const mark = () => {
    const line = innerHeight / 3;
    let now = 0;
    sections.forEach((section, i) => { if (section.getBoundingClientRect().top <= line) now = i; });
    if (innerHeight + scrollY >= document.body.scrollHeight - 2) now = sections.length - 1;
    if (links[now].hasAttribute('aria-current')) return;
    links.forEach((link, i) => i === now ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current'));
    const bar = links[now].parentElement;
    bar.scrollLeft = links[now].offsetLeft - bar.offsetLeft - (bar.clientWidth - links[now].offsetWidth) / 2;
  };
  let waiting = false;
  addEventListener('scroll', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, {passive: true});
  mark();
}

// --- patterns

function patterns(data) {
  const all = data.patterns;
  const names = data.names;
  all.forEach((p, i) => { p.rank = i + 1; });
  const byFingerprint = new Map(all.map(p => [p.f, p]));
  const rows = $('rows');
  const sorts = {
    total: p => p.now.m, calls: p => p.there === null || p.now.part ? p.now.c : p.there, mean,
    p95: p => p.d ? p.d[5] : null, p99: p => p.d ? p.d[6] : null, max: p => p.d ? p.d[1] : null,
    growth: p => p.g ? p.g[1] - p.g[0] : null,
  };
  const origins = {b: 'database', u: 'user', a: 'application'};
  let state = {sort: 'total', up: false, text: '', b: '', u: '', a: '', T: '', from: '', to: ''};
  let shown = data.rows;
  let found = all;
  let unsure = 0;
  // The pattern that a link asked for: it is shown, however far down it is.
  let linked = null;
  let chart = null;
  const open = new Set();

  function mean(p) {
    if (!p.now.part) return p.d ? p.d[2] : null;
    return p.now.c ? Math.round(p.now.m / p.now.c) : null;
  }

  // --- filters

  function range() {
    const from = state.from ? Date.parse(state.from + 'Z') : NaN;
    const to = state.to ? Date.parse(state.to + 'Z') : NaN;
    return Number.isNaN(from) && Number.isNaN(to) ? null
      : {from: Number.isNaN(from) ? -Infinity : from, to: Number.isNaN(to) ? Infinity : to};
  }
  /** Calls and time in the range; a slice that it cuts is shared out evenly. */
  function within(p, range) {
    if (!range) return {c: p.c, m: p.m};
    const now = {c: 0, m: 0, part: true};
    if (!p.l) return now;
    let index = 0;
    for (let i = 2; i < p.l.length; i += 3) {
      index += p.l[i];
      const width = p.l[1] * 1000;
      const from = p.l[0] * 1000 + index * width;
      const part = Math.max(0, Math.min(range.to, from + width) - Math.max(range.from, from)) / width;
      now.c += p.l[i + 1] * part;
      now.m += p.l[i + 2] * part;
    }
    now.m = Math.round(now.m);
    now.c = now.m > 0 || now.c > 0 ? Math.max(1, Math.round(now.c)) : 0;
    return now;
  }
  function callsOf(p, key) {
    const counts = p[key] || [];
    let calls = 0;
    for (let i = 0; i < counts.length; i += 2) {
      if (names[counts[i]] === state[key]) calls += counts[i + 1];
    }
    return calls;
  }
  /** True, false, or null where only names or text that this page does not have could tell. */
  function fits(p, words) {
    let answer = true;
    p.there = null;
    for (const key in origins) {
      if (!state[key]) continue;
      const calls = callsOf(p, key);
      if (calls) p.there = p.there === null ? calls : Math.min(p.there, calls);
      else if (p[key + '+']) answer = null;
      else return false;
    }
    if (state.T && !(p.T || []).some(n => names[n] === state.T)) {
      if (!p['T+']) return false;
      answer = null;
    }
    if (words.length) {
      p.lower = p.lower || (oneLine(p.q).replace(/\s+/g, ' ') + ' ' + p.f).toLowerCase();
      if (!words.every(word => p.lower.includes(word))) {
        if (!p.x) return false;
        answer = null;
      }
    }
    return answer;
  }
  function filter() {
    const words = state.text.toLowerCase().split(/\s+/).filter(Boolean);
    const r = range();
    found = [];
    unsure = 0;
    for (const p of all) {
      p.now = within(p, r);
      if (r && !p.now.c && !p.now.m) continue;
      const answer = fits(p, words);
      if (answer) found.push(p);
      else if (answer === null) unsure++;
    }
    const value = sorts[state.sort];
    const sign = state.up ? -1 : 1;
    found.sort((one, other) => {
      const a = value(one), b = value(other);
      // What is not known comes last, whatever the direction.
      if (a === null || b === null) return (a === null) - (b === null) || one.rank - other.rank;
      return a === b ? one.rank - other.rank : sign * (b > a ? 1 : -1);
    });
  }

  // --- rows

  function marks(p) {
    const found = [];
    if (p.r) found.push('advice');
    if (p.P) found.push('plan');
    if (p.e) found.push(plural(p.e.reduce((sum, e) => sum + e[2], p['e+'] ? p['e+'][1] : 0), 'event'));
    if (p.N) found.push('not parsed');
    return found.map(mark => el('span', {class: 'mark'}, mark));
  }
  function trend(p) {
    if (!p.trend) {
      const bins = new Array(data.bins).fill(0);
      if (p.l && data.period) {
        const width = (data.period[1] - data.period[0]) / data.bins;
        let index = 0;
        for (let i = 2; i < p.l.length && width > 0; i += 3) {
          index += p.l[i];
          const from = ((p.l[0] + index * p.l[1]) * 1000 - data.period[0]) / width;
          spread(bins, from, from + p.l[1] * 1000 / width, p.l[i + 2]);
        }
      }
      p.trend = stepPath(bins);
    }
    return svg('svg', {viewBox: '0 0 ' + data.bins + ' 100', preserveAspectRatio: 'none', 'aria-hidden': 'true'},
      svg('path', {d: p.trend}));
  }
  function growth(p) {
    if (!p.g) return '–';
    const change = p.g[1] - p.g[0];
    return (change > 0 ? '+' : '') + duration(change);
  }
  function cell(label, text, other) { return el('td', {role: 'cell', class: 'num' + (other ? ' other' : ''), 'data-l': label}, text); }
  function row(p) {
    const r = p.now.part;
    const total = r ? found.whole : data.micros;
    const hundredths = total === 0 ? 0 : Math.round(100 * p.now.m / total);
    const d = p.d || [];
    const expanded = open.has(p.f);
    const m = mean(p);
    const line = el('tr', {role: 'row', class: 'row' + (expanded ? ' open' : ''), id: 'q-' + p.f},
      el('td', {role: 'cell', class: 'n'}, el('button', {type: 'button', class: 'x rank', 'aria-expanded': expanded, 'aria-label': 'Pattern ' + p.rank + ', details'}, String(p.rank))),
      el('td', {role: 'cell', class: 'sql'}, el('code', {}, p.q ? excerpt(oneLine(p.q), 220) : '(empty statement)'), marks(p)),
      el('td', {role: 'cell', class: 'trend'}, trend(p)),
      el('td', {role: 'cell', class: 'num share', 'data-l': 'Time'}, el('span', {}, share(p.now.m, total)),
        svg('svg', {class: 'bar', viewBox: '0 0 100 1', preserveAspectRatio: 'none', 'aria-hidden': 'true'}, svg('rect', {width: hundredths, height: 1}))),
      cell('Total', duration(p.now.m)),
      cell('Calls', p.there === null || r ? count(p.now.c) : count(p.there) + ' of ' + count(p.c)),
      cell('Mean', m === null ? '–' : duration(m)),
      cell('p95', p.d ? duration(d[5]) : '–', r),
      cell('p99', p.d ? duration(d[6]) : '–', r),
      cell('Max', p.d ? duration(d[1]) : '–', r),
      cell('Growth', growth(p), r));
    return expanded ? [line, detail(p)] : [line];
  }
  function draw() {
    found.total = found.reduce((sum, p) => sum + p.now.m, 0);
    found.whole = range() ? inRange() : data.micros;
    const place = found.indexOf(linked);
    rows.replaceChildren(...found.slice(0, shown).flatMap(row), ...(place < shown ? [] : [
      el('tr', {role: 'row', class: 'gap'}, el('td', {role: 'cell', colspan: 11}, plural(place - shown, 'pattern') + ' between')),
      ...row(linked)]));
    const left = found.length - shown;
    $('more').replaceChildren(...(left > 0 ? [
      el('button', {type: 'button', id: 'more-100'}, 'Show ' + Math.min(100, left) + ' more'), ' ',
      left > 100 ? el('button', {type: 'button', id: 'more-all', class: 'quiet'}, 'all ' + count(found.length)) : '',
    ] : []), data.left ? el('p', {}, plural(data.left, 'pattern') + ' that cost least, ' + share(data.leftMicros, data.micros)
      + ' of the time, have no room in this file; the JSON report has them.') : '');
    document.querySelectorAll('#table th[data-sort]').forEach(th =>
      th.setAttribute('aria-sort', th.dataset.sort !== state.sort ? 'none' : state.up ? 'ascending' : 'descending'));
    tell();
  }
  function tell() {
    const parts = [];
    const r = range();
    const empty = r !== null && r.from >= r.to;
    for (const id of ['f-from', 'f-to']) $(id).setAttribute('aria-invalid', empty);
    if (empty) parts.push('From is not before To, so there is no time left.');
    const filtered = found.length !== all.length || r || state.b || state.u || state.a;
    if (filtered) {
      parts.push(found.length === 0 ? 'No pattern fits.'
        : count(found.length) + ' of ' + plural(all.length, 'pattern') + ', ' + share(found.total, found.whole)
          + (r ? ' of the time in that range.' : ' of the time.'));
    }
    if (unsure) {
      parts.push(plural(unsure, 'further pattern') + ' may fit: of long texts and of many names this page has only a part, the JSON report has all.');
    }
    if (r && found.length) parts.push('Calls, total and mean are of the time range, as if spread evenly within each slice of a pattern’s timeline; other figures (dimmed) are of the whole log.');
    const where = Object.keys(origins).filter(key => state[key]);
    if (where.length && found.length) {
      const names = where.map(key => origins[key]).join(' and ');
      parts.push(r ? 'Patterns are those that occur for this ' + names + ', at any time; their figures are of all calls, whoever made them.'
        : 'Calls are those from this ' + names + (where.length > 1 ? ', at most,' : '') + ' of all; all other figures are of all calls of the pattern.');
    }
    $('told').textContent = parts.join(' ');
  }
  function inRange() { return all.reduce((sum, p) => sum + p.now.m, 0); }

  // --- details of a pattern

  function nameList(p, key) {
    const counts = p[key] || [];
    const list = [];
    for (let i = 0; i < counts.length && i < 2 * MOST_NAMES; i += 2) {
      list.push(el('span', {}, names[counts[i]] || '(none)', ' ', el('span', {}, count(counts[i + 1]))));
    }
    const more = counts.length / 2 - list.length + (p[key + '+'] || 0);
    if (more) list.push(el('span', {}, 'and ' + count(more) + ' more'));
    return list.length ? el('div', {class: 'names'}, list) : null;
  }
  function fact(name, value, wide) {
    return value === null || value === undefined || value === '' ? null
      : el('div', {class: wide ? 'wide' : null}, el('dt', {}, name), el('dd', {}, value));
  }
  function detail(p) {
    const body = el('div', {class: 'body'},
      code(p.q, 'the statement'),
      p.x ? el('p', {class: 'more'}, 'The statement is cut: it has ' + plural(p.x, 'character') + '. The JSON report has all of it.') : null,
      el('p', {class: 'tools'}, el('button', {type: 'button', class: 'quiet link'}, 'Copy link to this pattern')),
      figures(p), charts(p), facts(p), advice(p), events(p), samples(p), plan(p),
      p.z ? el('p', {class: 'more'}, 'Shortened, for there are very many patterns: further text and names, distribution, columns, tags, samples and plan are in the JSON report.') : null);
    return el('tr', {role: 'row', class: 'detail'}, el('td', {role: 'cell', colspan: 11}, body));
  }
  function figures(p) {
    const d = p.d || [];
    return el('dl', {class: 'facts'},
      p.d ? [fact('Minimum', duration(d[0])), fact('Median', duration(d[4])), fact('Mean ± deviation', duration(d[2]) + ' ± ' + duration(d[3])),
        fact('95 %, 99 %', duration(d[5]) + ', ' + duration(d[6])), fact('Maximum', duration(d[1]))] : [fact('Calls', 'none that ended')],
      p.p || p.i ? fact('Parse, bind besides', duration(p.p || 0) + ', ' + duration(p.i || 0)) : null,
      p.g ? fact('First and last third', duration(p.g[0]) + ', ' + duration(p.g[1])) : null,
      p.k ? fact('Cancelled', plural(p.k, 'statement')) : null,
      p.w ? fact('First and last', time(p.w[0]) === time(p.w[1]) ? time(p.w[0]) : time(p.w[0]) + ' to ' + time(p.w[1])) : null,
      fact('Fingerprint', el('code', {}, p.f)));
  }
  function charts(p) {
    const both = [histogram(p), timeline(p)].filter(Boolean);
    return both.length ? el('div', {class: 'duo'}, both) : null;
  }
  function histogram(p) {
    if (!p.H || p.c < 3) return null;
    const bins = p.H.slice(1);
    const first = Math.pow(10, p.H[0] / 10), last = Math.pow(10, (p.H[0] + bins.length) / 10);
    // At least two powers of ten, so that a narrow distribution looks narrow.
    const pad = Math.max(0, Math.ceil((20 - bins.length) / 2));
    const wide = [...new Array(pad).fill(0), ...bins, ...new Array(pad).fill(0)];
    const range = duration(Math.round(Math.pow(10, (p.H[0] - pad) / 10)));
    const end = duration(Math.round(Math.pow(10, (p.H[0] + bins.length + pad) / 10)));
    return el('figure', {},
      el('figcaption', {}, 'How long calls took: ' + plural(bins.reduce((a, b) => a + b, 0), 'call') + ', most in one bar ' + count(Math.max(...bins))),
      area(wide, 'Calls by duration, from ' + duration(Math.round(first)) + ' to ' + duration(Math.round(last))),
      el('p', {class: 'ticks'}, el('span', {}, range), el('span', {}, duration(Math.round(Math.pow(10, (p.H[0] + bins.length / 2) / 10)))), el('span', {}, end)));
  }
  function timeline(p) {
    if (!p.l || p.l.length < 5) return null;
    const slices = [];
    let index = 0;
    for (let i = 2; i < p.l.length; i += 3) {
      index += p.l[i];
      slices[index] = p.l[i + 2];
    }
    if (index < 2) return null;
    const values = Array.from({length: index + 1}, (x, i) => slices[i] || 0);
    const start = p.l[0] * 1000, end = start + values.length * p.l[1] * 1000;
    return el('figure', {},
      el('figcaption', {}, 'Its time in slices of ' + width(p.l[1]) + ': at most ' + duration(Math.max(...values))),
      area(values, 'Execution time of the pattern over time'),
      el('p', {class: 'ticks'}, el('span', {}, time(start)), el('span', {}, time(end))));
  }
  function facts(p) {
    const roles = new Map();
    for (let i = 0; i < (p.C || []).length; i += 2) {
      if (!roles.has(p.C[i])) roles.set(p.C[i], new Set());
      roles.get(p.C[i]).add(names[p.C[i + 1]]);
    }
    const columns = [...roles].map(([column, its]) => el('span', {}, names[column], ' ', el('span', {}, [...its].join(', '))));
    const tables = (p.T || []).slice(0, MOST_NAMES).map(n => el('span', {}, names[n]));
    const moreTables = (p.T || []).length - tables.length + (p['T+'] || 0);
    if (moreTables) tables.push(el('span', {}, 'and ' + count(moreTables) + ' more'));
    const tags = (p.G || []).map(tag => {
      const values = [];
      for (let i = 1; i < tag.length; i += 2) values.push(el('span', {}, names[tag[i]], ' ', el('span', {}, count(tag[i + 1]))));
      return fact('Tag ' + tag[0], el('div', {class: 'names'}, values));
    });
    return el('dl', {class: 'facts'},
      fact('Users, calls', nameList(p, 'u')), fact('Databases', nameList(p, 'b')), fact('Applications', nameList(p, 'a')), fact('Hosts', nameList(p, 'h')),
      tags,
      tables.length ? fact('Tables', el('div', {class: 'names'}, tables)) : null,
      columns.length ? fact('Columns and what for', el('div', {class: 'names'}, columns), true) : null,
      fact('Not parsed', p.N, true));
  }
  function advice(p) {
    if (!p.r && !p.n) return el('p', {class: 'none'}, 'No advice for this pattern.');
    return el('div', {}, el('h3', {}, 'Advice'),
      p.r ? el('ul', {}, p.r.map(i => el('li', {}, i < data.advice.length ? el('a', {href: '#r-' + (i + 1)}, data.advice[i]) : 'Recommendation ' + (i + 1) + ', in the JSON report'))) : null,
      p.n ? el('p', {}, 'No index will help: ' + p.n + '.') : null);
  }
  function events(p) {
    return p.e ? el('div', {}, el('h3', {}, 'Events'),
      el('ul', {}, p.e.map(e => el('li', {}, e[0] + ': ' + e[1])),
        p['e+'] ? el('li', {}, 'and ' + plural(p['e+'][0], 'further kind') + ', ' + plural(p['e+'][1], 'time')) : null)) : null;
  }
  function samples(p) {
    if (!p.s) return null;
    const lines = p.s.map(s => el('tr', {},
      el('td', {class: 'when'}, s[0] ? time(s[0]) : '–'), el('td', {class: 'num'}, duration(s[1])),
      data.values ? el('td', {}, el('code', {}, s[2]), s.length > 3 ? el('div', {class: 'dim'}, s.slice(3).map((v, i) => '$' + (i + 1) + ' = ' + v).join(', ')) : null) : null));
    return el('div', {}, el('h3', {}, 'Samples'),
      data.values ? null : el('p', {class: 'more'}, 'The slowest executions, all of the statement above; values are masked (--samples raw shows them).'),
      el('div', {class: 'scroll'}, el('table', {class: 'plain' + (data.values ? '' : ' narrow')},
        el('thead', {}, el('tr', {}, el('th', {scope: 'col'}, 'Ended (UTC)'), el('th', {scope: 'col', class: 'num'}, 'Took'), data.values ? el('th', {scope: 'col'}, 'Statement') : null)),
        el('tbody', {}, lines))));
  }
  function plan(p) {
    if (!p.P) return null;
    return el('div', {}, el('h3', {}, 'Plan of the slowest execution with a plan'),
      el('p', {class: 'more'}, duration(p.P[1]) + (p.P[2] ? ', ' + time(p.P[2]) : '') + ', by auto_explain (' + p.P[0] + ')' + (data.values ? '' : '; values are masked')),
      p.P[3] ? el('pre', {class: 'plan', tabindex: '0'}, p.P[3]) : el('p', {class: 'none'}, 'It could not be masked, and is not shown.'));
  }

  // --- what people do

  function toggle(p, line) {
    const expanded = !open.has(p.f);
    if (expanded) {
      open.add(p.f);
      line.after(detail(p));
    } else {
      open.delete(p.f);
      line.nextElementSibling.remove();
    }
    line.classList.toggle('open', expanded);
    line.querySelector('.x').setAttribute('aria-expanded', expanded);
  }
  function update() {
    shown = data.rows;
    linked = null;
    filter();
    draw();
    remember();
  }
  function remember() {
    const query = new URLSearchParams();
    const keys = {text: 'text', b: 'database', u: 'user', a: 'application', T: 'table', from: 'from', to: 'to'};
    for (const key in keys) if (state[key]) query.set(keys[key], state[key]);
    if (state.sort !== 'total' || state.up) query.set('sort', state.sort + (state.up ? '-up' : ''));
    const hash = query.toString();
    // Keeps an address that names a section or a pattern while there is nothing to remember.
    if (hash || location.hash.includes('=')) history.replaceState(null, '', '#' + hash);
  }
  function recall(hash) {
    const query = new URLSearchParams(hash);
    const get = key => query.get(key) || '';
    const [sort, up] = (get('sort') || 'total').split('-');
    state = {sort: Object.hasOwn(sorts, sort) ? sort : 'total', up: up === 'up', text: get('text'), b: get('database'), u: get('user'),
      a: get('application'), T: get('table'), from: instant(get('from')), to: instant(get('to'))};
    show();
  }
  function instant(text) { return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text) && !Number.isNaN(Date.parse(text + 'Z')) ? text : ''; }
  function show() {
    $('f-text').value = state.text;
    for (const key of ['b', 'u', 'a', 'T']) choice($('f-' + key), state[key]);
    $('f-from').value = state.from;
    $('f-to').value = state.to;
    if (chart) chart.zoom(range());
  }
  /** An address may name what this page does not have: it is shown as what is asked for. */
  function choice(select, name) {
    const unknown = select.querySelector('.unknown');
    if (unknown) unknown.remove();
    select.value = name;
    if (select.value !== name) {
      select.append(el('option', {value: name, class: 'unknown'}, excerpt(name, 60) + ' (not in this page)'));
      select.value = name;
    }
    select.disabled = select.options.length < 2;
  }
  function options(key) {
    const seen = new Map();
    for (const p of all) {
      const counts = p[key] || [];
      if (key === 'T') counts.forEach(n => seen.set(names[n], (seen.get(names[n]) || 0) + p.m));
      else for (let i = 0; i < counts.length; i += 2) seen.set(names[counts[i]], (seen.get(names[counts[i]]) || 0) + counts[i + 1]);
    }
    const sorted = [...seen.keys()].sort();
    $('f-' + key).append(el('option', {value: ''}, 'all'), ...sorted.filter(Boolean).map(name => el('option', {value: name}, excerpt(name, 60))));
    choice($('f-' + key), '');
  }
  function openPattern(fingerprint) {
    const p = byFingerprint.get(fingerprint);
    if (!p) {
      $('told').textContent = 'Pattern ' + excerpt(fingerprint, 40) + ' is not in this page'
        + (data.left ? ', which has no room for the ' + plural(data.left, 'pattern') + ' that cost least.' : '.');
      $('filter').scrollIntoView({block: 'start'});
      return;
    }
    const hidden = !found.includes(p);
    if (hidden) {
      recall('');
      filter();
    }
    linked = p;
    open.add(p.f);
    draw();
    if (hidden) $('told').textContent = 'All patterns are shown again, for the filter hid pattern ' + p.rank + '.';
    const line = $('q-' + p.f);
    line.scrollIntoView({block: 'start'});
    line.querySelector('.x').focus({preventScroll: true});
  }
  function follow() {
    const hash = location.hash.slice(1);
    if (/^q-[0-9a-f]+$/.test(hash)) openPattern(hash.slice(2));
    else if (hash.includes('=')) { recall(hash); update(); }
  }

  function start(zoomable) {
    chart = zoomable;
    ['b', 'u', 'a', 'T'].forEach(key => options(key));
    document.querySelectorAll('#table th[data-sort]').forEach(th => {
      const button = el('button', {type: 'button', class: 'head'}, th.textContent);
      th.replaceChildren(button);
      button.addEventListener('click', () => {
        const same = state.sort === th.dataset.sort;
        state.up = same ? !state.up : false;
        state.sort = th.dataset.sort;
        update();
      });
    });
    rows.addEventListener('click', event => {
      const line = event.target.closest('tr.row');
      const link = event.target.closest('button.link');
      if (link) {
        const f = link.closest('tr').previousElementSibling.id;
        copied(link, location.href.split('#')[0] + '#' + f, 'Link');
      } else if (line && !event.target.closest('a') && (event.target.closest('.x') || getSelection().isCollapsed)) {
        toggle(byFingerprint.get(line.id.slice(2)), line);
      }
    });
    $('more').addEventListener('click', event => {
      if (!event.target.id) return;
      const before = shown;
      shown = event.target.id === 'more-all' ? found.length : shown + 100;
      draw();
      const next = rows.querySelectorAll('.row .x')[before];
      if (next) next.focus({preventScroll: true});
    });
    const form = $('filter');
    form.addEventListener('submit', event => event.preventDefault());
    let typing = 0;
    form.addEventListener('input', () => {
      clearTimeout(typing);
      typing = setTimeout(() => {
        state.text = $('f-text').value;
        for (const key of ['b', 'u', 'a', 'T']) state[key] = $('f-' + key).value;
        state.from = $('f-from').value;
        state.to = $('f-to').value;
        if (chart) chart.zoom(range());
        update();
      }, 120);
    });
    $('reset').addEventListener('click', () => { recall(''); update(); $('f-text').focus(); });
    addEventListener('hashchange', follow);
    document.addEventListener('click', event => {
      // With another button or a key held down, the browser opens another tab or window.
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const link = event.target.closest('a[href^="#q-"]');
      if (!link) return;
      event.preventDefault();
      if (location.hash !== link.getAttribute('href')) history.pushState(null, '', link.getAttribute('href'));
      openPattern(link.getAttribute('href').slice(3));
    });
    filter();
    draw();
    follow();
    // When it has loaded, the browser goes to the row by itself, and takes the focus away.
    if (location.hash.startsWith('#q-')) addEventListener('load', () => setTimeout(follow), {once: true});
  }
  function choose(from, to) {
    const text = ms => new Date(ms).toISOString().slice(0, 19);
    state.from = from === null ? '' : text(from);
    state.to = to === null ? '' : text(to);
    show();
    update();
  }
  /** Opens so many; what comes back closes them again. */
  function openFirst(number) {
    const opened = found.slice(0, number).map(p => p.f).filter(f => !open.has(f));
    opened.forEach(f => open.add(f));
    draw();
    return () => {
      opened.forEach(f => open.delete(f));
      draw();
    };
  }
  return {start, choose, openFirst};
}

// --- load over time

function load(data, list) {
  const width = data.load[0] * 1000;
  const slices = [];
  for (let i = 1; i < data.load.length; i += 3) slices.push({at: data.load[i] * 1000, c: data.load[i + 1], m: data.load[i + 2]});
  const whole = {from: slices[0].at, to: slices[slices.length - 1].at + width};
  const chart = $('chart');
  const brush = $('brush');
  const what = el('span', {});
  const where = el('span', {class: 'where'});
  let view = whole;
  // Numbers of slices in the view: where a selection begins, and its other end.
  let anchor = null;
  let cursor = 0;
  let dragging = null;

  function slicesOf(range) { return Math.max(1, Math.round((range.to - range.from) / width)); }
  function zoom(range) {
    view = range ? {from: Math.max(whole.from, Math.floor(range.from / width) * width), to: Math.min(whole.to, Math.ceil(range.to / width) * width)} : whole;
    if (!(view.to > view.from)) view = whole;
    const number = slicesOf(view);
    const micros = new Array(number).fill(0), calls = new Array(number).fill(0);
    for (const slice of slices) {
      const i = Math.round((slice.at - view.from) / width);
      if (i >= 0 && i < number) { micros[i] += slice.m; calls[i] += slice.c; }
    }
    draw('load', micros, micros => micros / 1000 / width);
    draw('calls', calls, calls => calls * 1000 / width);
    const steps = Math.min(4, number);
    $('ticks').replaceChildren(...Array.from({length: steps + 1}, (x, i) => el('span', {}, time(view.from + (view.to - view.from) * i / steps))));
    where.replaceChildren(...(view === whole ? [] : [
      el('span', {}, time(view.from) + ' to ' + time(view.to)),
      el('button', {type: 'button', class: 'quiet', id: 'zoom-out'}, 'Show all of the time')]));
    unselect();
  }
  function draw(id, values, perSecond) {
    $(id + '-svg').setAttribute('viewBox', '0 0 ' + values.length + ' 100');
    $(id + '-svg').firstElementChild.setAttribute('d', stepPath(values));
    $(id + '-peak').textContent = 'peak ' + rate(perSecond(Math.max(...values)));
  }

  // --- a selection: slices of the view, from one to another

  function selected() {
    const first = Math.min(anchor, cursor), last = Math.max(anchor, cursor) + 1;
    return {from: view.from + first * width, to: view.from + last * width};
  }
  function select(one, other) {
    const last = slicesOf(view) - 1;
    anchor = Math.min(last, Math.max(0, one));
    cursor = Math.min(last, Math.max(0, other));
    const share = 100 / (last + 1);
    brush.style.left = Math.min(anchor, cursor) * share + '%';
    brush.style.width = (Math.abs(anchor - cursor) + 1) * share + '%';
    brush.hidden = false;
    const words = read(selected());
    what.textContent = words;
    chart.setAttribute('aria-valuemax', last);
    chart.setAttribute('aria-valuenow', cursor);
    chart.setAttribute('aria-valuetext', words);
  }
  function unselect() {
    anchor = null;
    cursor = 0;
    dragging = null;
    brush.hidden = true;
    what.textContent = '';
  }
  function read(range) {
    const inside = slices.filter(s => s.at >= range.from && s.at < range.to);
    const begin = time(range.from) + (range.to - range.from > width ? ' to ' + time(range.to) : '') + ': ';
    if (!inside.length) return begin + 'nothing';
    return begin + duration(inside.reduce((sum, s) => sum + s.m, 0)) + ' in ' + plural(inside.reduce((sum, s) => sum + s.c, 0), 'call');
  }
  function show(range) {
    if (list) list.choose(range && range.from, range && range.to);
    else zoom(range);
  }

  // --- by pointer

  function at(event) {
    const box = $('load-svg').getBoundingClientRect();
    return Math.floor((event.clientX - box.left) / box.width * slicesOf(view));
  }
  chart.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    dragging = {slice: at(event), x: event.clientX, far: false};
    chart.setPointerCapture(event.pointerId);
    select(dragging.slice, dragging.slice);
  });
  chart.addEventListener('pointermove', event => {
    if (dragging) dragging.far = dragging.far || Math.abs(event.clientX - dragging.x) >= 4;
    if (!dragging || dragging.far) select(dragging ? dragging.slice : at(event), at(event));
  });
  chart.addEventListener('pointerleave', event => { if (!dragging && event.pointerType === 'mouse') unselect(); });
  chart.addEventListener('pointerup', event => {
    const far = dragging && (dragging.far || Math.abs(event.clientX - dragging.x) >= 4);
    if (far) select(dragging.slice, at(event));
    dragging = null;
    if (far) show(selected());
  });
  chart.addEventListener('pointercancel', unselect);

  // --- by keys

  const moves = {ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -Infinity, End: Infinity};
  chart.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in moves) {
      const to = anchor === null && Number.isFinite(moves[event.key]) ? cursor : cursor + moves[event.key];
      select(event.shiftKey && anchor !== null ? anchor : to, to);
    } else if (event.key === 'Enter' && anchor !== null) {
      show(selected());
    } else if (event.key === 'Escape') {
      show(null);
    } else {
      return;
    }
    event.preventDefault();
  });
  chart.addEventListener('focus', () => { if (anchor === null) select(0, 0); });
  chart.addEventListener('blur', unselect);

  fill(chart, {tabindex: 0, role: 'slider', 'aria-label': $('load-svg').getAttribute('aria-label') + ', by slice', 'aria-valuemin': 0, 'aria-valuemax': slicesOf(view) - 1, 'aria-valuenow': 0}, []);
  $('reading').replaceChildren(where, what);
  $('reading').addEventListener('click', event => { if (event.target.id === 'zoom-out') show(null); });
  return {zoom};
}
})();
