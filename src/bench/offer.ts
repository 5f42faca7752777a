declare global {
  interface Window {
    /** How a page of this folder is asked for what it measures. */
    bench?: (question: unknown) => Promise<unknown>
  }
}

/** Lets the bench ask this page. Question and answer must be plain data. */
export function offer<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  window.bench = (question) => answer(question as Question)
}
