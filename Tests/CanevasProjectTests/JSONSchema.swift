import Foundation

/// As much of JSON Schema (draft 2020-12) as the schemas of `templates/` use.
struct JSONSchema {
  let root: [String: Any]

  init(_ text: String) throws {
    let read = try JSONSerialization.jsonObject(with: Data(text.utf8))
    root = read as? [String: Any] ?? [:]
  }

  /// The words of one of the schema's closed lists.
  func words(_ name: String) -> [String] {
    (definition(name)["enum"] as? [String]) ?? []
  }

  func definition(_ name: String) -> [String: Any] {
    (root["$defs"] as? [String: [String: Any]])?[name] ?? [:]
  }

  /// What is wrong with a value, each with its place.
  func problems(_ value: Any) -> [String] { check(value, root, "").problems }

  /// The problems of a value, and its members that the schema names.
  private func check(
    _ value: Any, _ schema: [String: Any], _ path: String
  ) -> (problems: [String], known: Set<String>) {
    var problems: [String] = []
    var known: Set<String> = []
    if let reference = schema["$ref"] as? String {
      let name = String(reference.dropFirst("#/$defs/".count))
      let found = check(value, definition(name), path)
      problems += found.problems
      known = found.known
    }
    if let type = schema["type"] as? String, !isOf(type, value) {
      return ([path + " is no " + type], [])
    }
    if let allowed = schema["const"], !isSame(allowed, value) {
      problems.append(path + " is not \(allowed)")
    }
    if let words = schema["enum"] as? [String], !words.contains(value as? String ?? "") {
      problems.append(path + " is none of \(words)")
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      problems.append(path + " does not match \(pattern)")
    }
    if let least = schema["minLength"] as? Int, let text = value as? String, text.count < least {
      problems.append(path + " is too short")
    }
    if let choices = schema["oneOf"] as? [[String: Any]] {
      let results = choices.map { check(value, $0, path) }
      if results.count(where: \.problems.isEmpty) != 1 {
        let nearest = results.map(\.problems).min { $0.count < $1.count } ?? []
        problems.append(path + " is not exactly one of its kinds: \(nearest.prefix(2))")
      }
    }
    if let object = value as? [String: Any] {
      problems += members(object, schema, path, &known)
    }
    if let elements = value as? [Any] {
      if let least = schema["minItems"] as? Int, elements.count < least {
        problems.append(path + " has too few elements")
      }
      if let each = schema["items"] as? [String: Any] {
        for (place, element) in elements.enumerated() {
          problems += check(element, each, "\(path)/\(place)").problems
        }
      }
    }
    return (problems, known)
  }

  private func members(
    _ object: [String: Any], _ schema: [String: Any], _ path: String, _ known: inout Set<String>
  ) -> [String] {
    var problems: [String] = []
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    known.formUnion(properties.keys)
    for (key, value) in object {
      if let property = properties[key] {
        problems += check(value, property, path + "/" + key).problems
      }
    }
    for key in schema["required"] as? [String] ?? [] where object[key] == nil {
      problems.append(path + " lacks " + key)
    }
    let isClosed = ["additionalProperties", "unevaluatedProperties"].contains {
      schema[$0] as? Bool == false
    }
    if isClosed {
      problems += object.keys.filter { !known.contains($0) }.map { path + " may not have " + $0 }
    }
    return problems
  }

  private func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "integer": value is Int
    case "number": value is NSNumber
    case "boolean": value is Bool
    case "null": value is NSNull
    default: false
    }
  }

  private func isSame(_ a: Any, _ b: Any) -> Bool {
    if let a = a as? String { return a == b as? String }
    return (a as? NSNumber) == (b as? NSNumber)
  }
}
