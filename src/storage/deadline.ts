/** Rejects when the disk does not answer in time, so that nothing waits for a dead browser process. */
export async function inTime<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    const tooLate = () =>
      reject(new Error(`The disk did not answer for ${limitMs / 1000} seconds.`))
    timer = setTimeout(tooLate, limitMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
