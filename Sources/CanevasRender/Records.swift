import CanevasTemplate

/// A record that answers for all of `keys`: those that `fields` lack are absent. Mustache looks a
/// missing key up in the records around; this keeps a card from showing its page's tagline.
func record(
  answeringFor keys: [String], _ fields: [(String, TemplateValue)]
) -> TemplateValue {
  var all = withPresence(fields)
  for key in keys where !all.contains(where: { $0.0 == key }) { all.append((key, .absent)) }
  return TemplateValue(record: all)
}

/// The fields, and for every list a field that says whether it has elements: `hasCards` for
/// `cards`, so that a template can leave out a heading.
func withPresence(_ fields: [(String, TemplateValue)]) -> [(String, TemplateValue)] {
  var all = fields
  for (key, value) in fields {
    guard case .list = value, let first = key.first else { continue }
    all.append(("has" + first.uppercased() + key.dropFirst(), .bool(!value.isFalsy)))
  }
  return all
}
