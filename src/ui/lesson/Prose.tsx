import { Fragment } from 'react'
import { spansOf } from './spans'

/** Paragraphs of a lesson. */
export function Prose({ paragraphs }: { readonly paragraphs: readonly string[] }) {
  return paragraphs.map((paragraph) => (
    <p key={paragraph}>
      <Spans text={paragraph} />
    </p>
  ))
}

/** One paragraph's text with its marks. */
export function Spans({ text }: { readonly text: string }) {
  return spansOf(text).map((span, index) => {
    if (span.kind === 'code') return <code key={index}>{span.text}</code>
    if (span.kind === 'strong') return <strong key={index}>{span.text}</strong>
    return <Fragment key={index}>{span.text}</Fragment>
  })
}
