/** Lines of a program: without its imports, blank lines, and those that only comment. */
export function programLines({ lines, bodyFrom }: Pick<SourceFile, 'lines' | 'bodyFrom'>): number {
  return lines.slice(bodyFrom - 1).filter(isProgram).length
}

const isProgram = (line: SourceLine): boolean =>
  line.some(([text, kind]) => kind !== 'c' && text.trim() !== '')
