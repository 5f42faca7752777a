/** Where a shown file lies, from this folder: in the lesson, or among what lessons share. */
export function sourcePath(lesson: string, file: string): string {
  return file.startsWith('patterns/') ? `../../${file}` : `../../lessons/${lesson}/${file}`
}
