/** Steps of the speed control; 1 is the teaching pace of 20 virtual ms in a second. */
export const speeds = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50] as const

const virtualMsASecond = 20

/** The step nearest to a speed. */
export function speedStep(speed: number): number {
  const distances = speeds.map((step) => Math.abs(step - speed))
  return distances.indexOf(Math.min(...distances))
}

/** `1× · 20 ms/s` */
export function speedText(speed: number): string {
  return `${speed}× · ${Math.round(speed * virtualMsASecond * 10) / 10} ms/s`
}
