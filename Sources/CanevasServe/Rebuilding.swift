package import CanevasProject

/// Does some work, and again after each burst of changes of the sources or of files in `others`,
/// until it is to stop. What is under way when it is to stop is completed.
///
/// `work` says whether it could be done. If not even the first could, nothing is waited for, and
/// the result is `false`.
package func rebuild(
  root: CatalogueRoot, others: [String], on fileSystem: FileSystem, polling: Bool,
  until stop: StopSignals, _ work: () -> Bool
) -> Bool {
  // Watched first, so that a change amid the first work is not missed.
  let watcher = Watcher(root: root, others: others, on: fileSystem, polling: polling)
  var waiting = Waiting(watcher, until: stop)
  guard work() else { return false }
  while true {
    switch waiting.wait() {
    case .stopped: return true
    case .changed: _ = work()
    case .other: break
    }
  }
}
