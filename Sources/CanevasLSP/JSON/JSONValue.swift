/// A JSON value (RFC 8259): what messages are read into and written from.
///
/// In Swift, an object is written as a dictionary; a member whose value is `nil` is left out.
enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A member of an object. The order of members is kept.
  struct Member: Hashable, Sendable {
    let key: String
    let value: JSONValue
  }
}

extension JSONValue {
  var string: String? { if case .string(let text) = self { text } else { nil } }
  var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }
  var int: Int? { if case .int(let number) = self { number } else { nil } }
  var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

  /// The value of a member; `nil` where there is none, where it is `null`, or in anything that is
  /// no object. Of several members of one name the last holds.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self,
      let value = members.last(where: { $0.key == key })?.value, value != .null
    else { return nil }
    return value
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  init(dictionaryLiteral members: (String, JSONValue?)...) {
    self = .object(
      members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
  }
  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  init(stringLiteral text: String) { self = .string(text) }
  init(integerLiteral number: Int) { self = .int(number) }
  init(booleanLiteral flag: Bool) { self = .bool(flag) }
}
