export { type Bar, Bars, type BarsProps } from './bars.tsx'
export { type Interval, IntervalPlot, type IntervalPlotProps } from './interval-plot.tsx'
export { type DayPoint, LineChart, type LineChartProps } from './line-chart.tsx'
export { Sparkline } from './sparkline.tsx'
