export function App() {
  return (
    <main>
      <h1>Faultline</h1>
    </main>
  )
}
