/** Plain, keyword, string, comment, function name, number. */
type SourceClass = '' | 'k' | 's' | 'c' | 'f' | 'n'

/** One coloured piece of a line. */
type SourceToken = readonly [text: string, cls: SourceClass]

/** A line of source as coloured pieces; joined, their texts are the line. */
type SourceLine = readonly SourceToken[]

/** One `yield* effect('label', …)` of a file, by its 1-based lines. */
interface SourceStep {
  /** First string literal argument, or empty when the call has none in first place. */
  readonly label: string
  /** Name of the called effect. */
  readonly effect: string
  /** First line of the call. */
  readonly from: number
  /** Last line of the call. */
  readonly to: number
  /** Generator function or method the step stands in. */
  readonly fn: string
}

/** A source file as the page shows it, prepared at build time. */
interface SourceFile {
  /** Path below `src`. */
  readonly file: string
  readonly lines: readonly SourceLine[]
  readonly steps: readonly SourceStep[]
  /** First line after the imports. */
  readonly bodyFrom: number
}

declare module '*?source' {
  const source: SourceFile
  export default source
}
