package import CanevasSource

/// What a command takes besides options, as help, completions and the man page know it.
package struct OperandDeclaration: Hashable, Sendable {
  /// How many operands there may be.
  package enum Count: Hashable, Sendable {
    case one, atMostOne, any, oneOrMore
    /// So many, each called by a word of the placeholder.
    case exactly(Int)
  }

  /// What stands for one in help: `PATH`.
  package let placeholder: String
  package let count: Count
  package let kind: TextKind
  package let help: Bilingual

  /// How many there must be at least.
  var least: Int {
    switch count {
    case .atMostOne, .any: 0
    case .one, .oneOrMore: 1
    case .exactly(let number): number
    }
  }

  /// How many there may be; `nil` where that is not limited.
  var most: Int? {
    switch count {
    case .one, .atMostOne: 1
    case .any, .oneOrMore: nil
    case .exactly(let number): number
    }
  }

  /// As the usage line shows it: `[PATH…]`.
  package var usage: String {
    switch count {
    case .one, .exactly: placeholder
    case .atMostOne: "[\(placeholder)]"
    case .any: "[\(placeholder)…]"
    case .oneOrMore: "\(placeholder)…"
    }
  }
}

/// A command's operands together with what one does to its request.
package struct Operands<Request>: Sendable {
  package let declaration: OperandDeclaration
  let store: @Sendable (_ request: inout Request, _ operand: String) -> Void
  /// Tells the request that `--` came, which some commands put between operands of two sorts.
  let separate: @Sendable (_ request: inout Request) -> Void

  package init(
    _ placeholder: String, _ count: OperandDeclaration.Count, kind: TextKind = .any,
    help: Bilingual, separate: @escaping @Sendable (inout Request) -> Void = { _ in },
    store: @escaping @Sendable (inout Request, String) -> Void
  ) {
    self.separate = separate
    declaration = OperandDeclaration(
      placeholder: placeholder, count: count, kind: kind, help: help)
    self.store = store
  }
}
