package import CanevasSource

/// What a command takes besides options, as help, completions and the man page know it.
package struct OperandDeclaration: Hashable, Sendable {
  /// How many operands there may be.
  package enum Count: Hashable, Sendable {
    case one, atMostOne, any, oneOrMore
  }

  /// What stands for one in help: `PATH`.
  package let placeholder: String
  package let count: Count
  package let kind: TextKind
  package let help: Bilingual

  /// Whether there must be one at least.
  var isRequired: Bool { count == .one || count == .oneOrMore }

  /// Whether there may be several.
  var mayRepeat: Bool { count == .any || count == .oneOrMore }

  /// As the usage line shows it: `[PATH…]`.
  package var usage: String {
    switch count {
    case .one: placeholder
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
