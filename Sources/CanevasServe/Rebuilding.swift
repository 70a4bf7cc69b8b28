package import CanevasProject

/// Does some work, and again after each burst of changes of the sources or of files in `others`,
/// until it is to stop. What is under way when it is to stop is completed.
package func rebuild(
  root: CatalogueRoot, others: [String], on fileSystem: FileSystem, polling: Bool,
  until stop: StopSignals, _ work: () -> Void
) {
  // Watched first, so that a change amid the first work is not missed.
  let watcher = Watcher(root: root, others: others, on: fileSystem, polling: polling)
  var waiting = Waiting(watcher, until: stop)
  work()
  while true {
    switch waiting.wait() {
    case .stopped: return
    case .changed: work()
    case .other: break
    }
  }
}
