import Dispatch
import Synchronization

/// The results of `transform` for every element, in the elements' order, computed on all cores in
/// chunks that outweigh the cost of handing them out. `DispatchQueue` and no task group: the first
/// use of Swift Concurrency would cost a short command most of its start-up time.
package func mapInParallel<Element: Sendable, Result: Sendable>(
  _ elements: [Element], chunk: Int = 64, _ transform: @Sendable (Element) -> Result
) -> [Result] {
  let count = (elements.count + chunk - 1) / chunk
  guard count > 1 else { return elements.map(transform) }
  let chunks = Mutex([[Result]](repeating: [], count: count))
  DispatchQueue.concurrentPerform(iterations: count) { index in
    let start = index * chunk
    let results = elements[start..<min(start + chunk, elements.count)].map(transform)
    chunks.withLock { $0[index] = results }
  }
  return chunks.withLock { $0.flatMap(\.self) }
}
