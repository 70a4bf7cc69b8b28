/// The versions that a merge puts together.
enum Version: CaseIterable, Sendable {
  /// What both sides began from.
  case base
  case ours, theirs

  /// The other side; of the base, the base.
  var opposite: Version {
    switch self {
    case .base: .base
    case .ours: .theirs
    case .theirs: .ours
    }
  }
}

/// Something of each version.
struct Versions<Value> {
  var base: Value
  var ours: Value
  var theirs: Value

  subscript(version: Version) -> Value {
    get {
      switch version {
      case .base: base
      case .ours: ours
      case .theirs: theirs
      }
    }
    set {
      switch version {
      case .base: base = newValue
      case .ours: ours = newValue
      case .theirs: theirs = newValue
      }
    }
  }

  func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Versions<Other> {
    Versions<Other>(
      base: try transform(base), ours: try transform(ours), theirs: try transform(theirs))
  }

  var all: [Value] { [base, ours, theirs] }
}

extension Versions: Sendable where Value: Sendable {}

extension Versions where Value: Equatable {
  /// What becomes of it: the side that changed it has its way; `nil` if each made something else
  /// of it.
  var merged: Value? {
    if ours == base { return theirs }
    return theirs == base || ours == theirs ? ours : nil
  }
}
