import CanevasTemplate

/// A record that answers for all of `keys`: those that `fields` lack are absent. Mustache looks a
/// missing key up in the records around; this keeps a card from showing its page's tagline.
func record(
  answeringFor keys: [String], _ fields: [(String, TemplateValue)]
) -> TemplateValue {
  let given = Set(fields.map(\.0))
  return TemplateValue(
    record: withPresence(fields) + keys.filter { !given.contains($0) }.map { ($0, .absent) })
}

/// The fields, and for every list a field that says whether it has elements: `hasCards` for
/// `cards`, so that a template can leave out a heading.
func withPresence(_ fields: [(String, TemplateValue)]) -> [(String, TemplateValue)] {
  fields
    + fields.compactMap { key, value in
      guard case .list = value, let first = key.first else { return nil }
      return ("has" + first.uppercased() + key.dropFirst(), .bool(!value.isFalsy))
    }
}
