import CanevasSource

extension JSONValue {
  /// The value as JSON text, without white space.
  var encoded: [UInt8] {
    var writer = JSONWriter(isCompact: true)
    writer.value(self)
    return writer.bytes
  }
}

extension JSONWriter {
  /// Writes one value.
  mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let flag): written(Array((flag ? "true" : "false").utf8))
    case .int(let number): self.number(number)
    case .double(let number): self.number(decimal: number.description)
    case .string(let text): string(text)
    case .array(let elements): array(elements) { $0.value($1) }
    case .object(let members):
      object { writer in
        for member in members { writer.member(member.key) { $0.value(member.value) } }
      }
    }
  }
}
