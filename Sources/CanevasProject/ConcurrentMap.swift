import Dispatch
import Synchronization

/// Transforms every element on all processors and gives the results in the elements' order.
///
/// Dispatch rather than Swift Concurrency: at the same throughput it costs nothing at start.
func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ transform: @Sendable (Element) -> Result
) -> [Result] {
  let chunk = 64
  let count = (elements.count + chunk - 1) / chunk
  guard count > 1 else { return elements.map(transform) }
  let results = Mutex([[Result]](repeating: [], count: count))
  DispatchQueue.concurrentPerform(iterations: count) { index in
    let part = elements[index * chunk..<min((index + 1) * chunk, elements.count)].map(transform)
    results.withLock { $0[index] = part }
  }
  return results.withLock { $0.flatMap { $0 } }
}
