// What a row of the table of patterns shows when it is open.

/** Users, tables and the like that the details of a pattern show. */
const MOST_NAMES = 30;

function details(data) {
  const names = data.names;

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
  return detail;
}
