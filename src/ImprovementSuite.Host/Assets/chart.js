// Draws the charts of a page from the JSON in their places. ECharts is loaded before this file as the global `echarts`.
// Series are told apart by thickness, dash and mark, never by hue; each label stands at its line.
const blue = '#1d70b8'
const navy = '#0f385c'
const purple = '#54319f'
const black = '#0b0c0c'
const grey = '#717171'
const grid = '#e4e4e4'
const family = 'Arial, "Helvetica Neue", Helvetica, sans-serif'
const labelSize = 15
const phone = window.matchMedia('(max-width: 640px)')

const at = day => Date.parse(day)
const number = (value, unit) => value.toLocaleString('en-GB', { maximumFractionDigits: 2 }) + unit
const monthName = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
const monthAndYear = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

for (const place of document.querySelectorAll('[data-chart]')) draw(place, JSON.parse(place.firstElementChild.textContent))

function draw (place, data) {
  place.classList.add('chart--drawn')
  const canvas = place.appendChild(document.createElement('div'))
  canvas.className = 'chart__canvas'
  const chart = echarts.init(canvas, null, { renderer: 'canvas' })

  const redraw = () => {
    chart.resize()
    chart.setOption(options(data), { notMerge: true })
    if (!phone.matches) chart.setOption({ graphic: labels(chart, data) })
  }
  redraw()
  new ResizeObserver(redraw).observe(canvas)
}

function options (data) {
  const quarters = quarterMonths(data)
  return {
    animation: false,
    textStyle: { fontFamily: family },
    grid: { left: 44, right: 8, top: 12, bottom: 48 },
    tooltip: { trigger: 'item', renderMode: 'richText', textStyle: { color: black, fontSize: labelSize } },
    xAxis: {
      type: 'value',
      min: at(data.from),
      max: at(data.to),
      splitLine: { show: false },
      axisLine: { onZero: false, lineStyle: { color: black } },
      axisTick: { show: false },
      axisLabel: {
        customValues: phone.matches ? quarters.filter((_, i) => i % 2 === 0) : quarters,
        color: '#484949',
        fontSize: labelSize,
        lineHeight: 18,
        formatter: value => quarterLabel(value, quarters)
      }
    },
    yAxis: {
      type: 'value',
      axisLine: { show: false },
      axisTick: { show: false },
      min: data.scale.start,
      max: data.scale.end,
      interval: data.scale.step,
      splitLine: { lineStyle: { color: grid } },
      axisLabel: { color: '#484949', fontSize: labelSize, formatter: value => number(value, data.unit) }
    },
    series: [
      ...data.comparators.map(comparator => level(data.from, data.to, comparator.value, { color: grey, width: 2, type: [2, 3] })),
      ...data.marks.map(mark => line([[at(mark.day), data.scale.start], [at(mark.day), data.scale.end]], { color: black, width: 1.5, type: [4, 4] })),
      data.baseline && level(data.baseline.from, data.baseline.to, data.baseline.value, { color: purple, width: 4 }),
      data.stages.length && expected(data),
      months(data),
      data.reading && level(data.reading.from, data.reading.to, data.reading.value, { color: navy, width: 5 }),
      data.gap && line([[at(data.gap.day), data.gap.reading], [at(data.gap.day), data.gap.expected]], { color: black, width: 2 })
    ].filter(Boolean)
  }
}

function line (points, lineStyle) {
  return { type: 'line', silent: true, symbol: 'none', lineStyle, data: points }
}

function level (from, to, value, lineStyle) {
  return line([[at(from), value], [at(to), value]], lineStyle)
}

function expected (data) {
  return {
    ...line([], { color: black, width: 2, type: [6, 4] }),
    symbol: 'diamond',
    itemStyle: { color: black },
    data: data.stages.map(stage => ({ value: [at(stage.day), stage.value], symbolSize: stage.label ? 12 : 0 }))
  }
}

function months (data) {
  return {
    type: 'line',
    symbol: 'circle',
    symbolSize: 9,
    lineStyle: { color: blue, width: 2.5 },
    itemStyle: { color: blue },
    emphasis: { disabled: true },
    tooltip: { formatter: point => `${monthAndYear.format(point.value[0])}: ${number(point.value[1], data.unit)}` },
    data: data.months.map(month => ({
      value: [at(month.day), month.value],
      // A month that still runs is filled lighter.
      itemStyle: month.complete ? undefined : { color: '#8eb8dc', borderColor: blue, borderWidth: 2 }
    }))
  }
}

// The middles of April, July, October and January, where the months' dots stand too.
function quarterMonths (data) {
  const first = new Date(at(data.from))
  // Rounds have a label a year, where their dots stand.
  if (data.isOfRounds) {
    const years = []
    for (let year = first.getUTCFullYear(); Date.UTC(year, 4, 31) <= at(data.to); year++) years.push(Date.UTC(year, 4, 31))
    return years
  }
  const middles = []
  for (let month = first.getUTCMonth(); ; month++) {
    const middle = Date.UTC(first.getUTCFullYear(), month, 15)
    if (middle > at(data.to)) return middles
    if (middle >= at(data.from) && month % 3 === 0) middles.push(middle)
  }
}

function quarterLabel (value, quarters) {
  const day = new Date(value)
  if (quarters.length > 1 && quarters[1] - quarters[0] > 300 * 86400000) return String(day.getUTCFullYear())
  const withYear = value === quarters[0] || day.getUTCMonth() === 0
  return monthName.format(day) + (withYear ? '\n' + day.getUTCFullYear() : '')
}

// Labels are placed by hand, because ECharts knows no label that keeps clear of another series.
function labels (chart, data) {
  const pixel = point => chart.convertToPixel({ gridIndex: 0 }, point)
  const taken = [
    ...along(data.months.map(month => pixel([at(month.day), month.value])), 12),
    ...along(data.stages.map(stage => pixel([at(stage.day), stage.value])), 6),
    ...[data.reading, data.baseline].filter(Boolean).flatMap(line => along([pixel([at(line.from), line.value]), pixel([at(line.to), line.value])], 5))
  ]
  const width = chart.getWidth()
  const floor = pixel([at(data.from), data.scale.start])[1]
  const placed = []

  const put = (day, value, text, style) => {
    const [x, y] = pixel([at(day), value])
    const size = echarts.format.getTextRect(text, `${style.weight ?? 'normal'} ${labelSize}px ${family}`, style.align)
    // Where lines lie close together a label steps away from its line rather than over another label.
    const steps = [0, -22, 22, -44, 44, -66, 66, -88]
    const candidates = steps.flatMap(step => style.offsets.map(([dx, dy]) => {
      const left = style.align === 'right' ? x + dx - size.width : x + dx
      return { left: Math.max(0, Math.min(left, width - size.width)), top: y + dy + step, width: size.width, height: size.height }
    })).filter(candidate => candidate.top >= 0 && candidate.top + candidate.height <= floor)
    const free = candidates.find(candidate => taken.every(other => apart(candidate, other))) ?? candidates[0]
    taken.push(free)
    placed.push({
      type: 'text',
      silent: true,
      z: 100,
      x: free.left,
      y: free.top,
      style: { text, fill: style.color, font: `${style.weight ?? 'normal'} ${labelSize}px ${family}` }
    })
  }

  if (data.gap) put(data.gap.day, (data.gap.reading + data.gap.expected) / 2, data.gap.label, { color: black, weight: 'bold', align: 'left', offsets: [[10, -8], [10, 8]] })
  if (data.reading) put(data.reading.to, data.reading.value, data.reading.label, { color: navy, weight: 'bold', align: 'left', offsets: [[10, -4], [10, 10], [10, -22], [10, 24]] })
  if (data.baseline) put(data.baseline.from, data.baseline.value, data.baseline.label, { color: purple, weight: 'bold', align: 'left', offsets: [[8, -24], [8, 8], [120, -24], [120, 8]] })
  for (const stage of data.stages) {
    if (stage.label) put(stage.day, stage.value, stage.label, { color: black, align: 'right', offsets: [[-8, -26], [-14, -8], [-50, -8], [-8, 10], [60, 14]] })
  }
  for (const mark of data.marks) {
    // On the side of its line where there is more room.
    const late = at(mark.day) > (at(data.from) + at(data.to)) / 2
    put(mark.day, data.scale.end, mark.label, { color: black, align: late ? 'right' : 'left', offsets: [4, 26, 48].map(down => [late ? -6 : 6, down]) })
  }
  for (const comparator of data.comparators) {
    put(data.to, comparator.value, comparator.label, { color: grey, align: 'right', offsets: [[-4, 8], [-4, -22]] })
  }
  // The latest month that has room beside it.
  const beside = [[-16, 16], [-16, 34], [14, 16], [-16, -36], [-40, 44]]
  const latest = data.months.at(-1)
  if (latest) {
    const [x, y] = pixel([at(latest.day), latest.value])
    const offsets = data.months.toReversed().flatMap(month => {
      const [left, top] = pixel([at(month.day), month.value])
      return beside.map(([dx, dy]) => [left - x + dx, top - y + dy])
    })
    put(latest.day, latest.value, data.each, { color: blue, weight: 'bold', align: 'right', offsets })
  }
  return placed
}

// A line as the boxes that it passes through.
function along (points, size) {
  return points.flatMap((to, i) => {
    const from = points[Math.max(0, i - 1)]
    const steps = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 8))
    return Array.from({ length: steps }, (_, step) => {
      const part = (step + 1) / steps
      return box([from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part], size, size)
    })
  })
}

function box ([x, y], width, height) {
  return { left: x - width / 2, top: y - height / 2, width, height }
}

function apart (a, b) {
  return a.left + a.width < b.left || b.left + b.width < a.left || a.top + a.height < b.top || b.top + b.height < a.top
}
