// The table of patterns: filters, sorting, rows, links.
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

function patterns(data) {
  const all = data.patterns;
  const names = data.names;
  const detail = details(data);
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
