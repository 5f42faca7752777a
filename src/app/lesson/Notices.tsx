import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { Toast } from '../../ui/primitives/Toast'

/** What the last command did, or why it could not. */
export function Notices({ className }: { readonly className?: string | undefined }) {
  const api = usePlaygroundApi()
  const notice = usePlayground((state) => state.notice)
  return <Toast message={notice} onGone={(id) => api.dismiss(id)} className={className} />
}
