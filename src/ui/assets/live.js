// A screen that somebody else changes: the server says that it is another by now, and the page is asked for anew.
for (const screen of document.querySelectorAll('[data-live]')) {
  const source = new EventSource(screen.dataset.live)
  source.addEventListener('message', ({ data }) => {
    if (data === screen.dataset.state) return
    source.close()
    location.reload()
  })
}
