import CanevasSource
import Testing

@Suite struct FrenchTextTests {
  @Test(arguments: [
    ("RESSOURCES  LOCALES / LOGIQUE D’ÉCONOMIE", "ressources locales / logique d'economie"),
    ("E\u{301}conomie", "economie"),
    ("cœur\u{A0}de l\u{2019}offre", "coeur de l'offre"),
    ("  Intégrénov' ", "integrenov'"),
    ("Ça, là : où ?", "ca, la : ou ?"),
    ("日本", "日本"),
  ])
  func folding(text: String, expected: String) {
    #expect(folded(text) == expected)
  }

  @Test(arguments: [
    ("Intégrénov'", "integrenov"),
    ("Le réseau des caves à vins", "le-reseau-des-caves-a-vins"),
    ("Travail & Vie", "travail-vie"),
    ("  — ", ""),
  ])
  func slugs(text: String, expected: String) {
    #expect(slug(text) == expected)
  }

  @Test(arguments: [
    ("Les Bergers urbains", "Berger urbain"),
    ("l'animateur du réseau", "Animateur du réseau"),
    ("Cafés et restaurants", "café et restaurant"),
  ])
  func namesThatAreTheSame(a: String, b: String) {
    #expect(nameKey(a) == nameKey(b))
  }

  @Test(arguments: [
    ("2014", "2014"), ("2014-05", "2014-05"), ("2014-05-12", "2014-05-12"),
    ("mai 2014", "2014-05"), ("12 mai 2014", "2014-05-12"), ("1er août 2014", "2014-08-01"),
    ("29 février 2012", "2012-02-29"),
  ])
  func datesThatAreRead(text: String, iso: String) {
    #expect(PartialDate(text)?.iso == iso)
  }

  @Test(arguments: [
    "", "14", "2014-13", "2014-5", "30 février 2014", "mai", "2013-02-29", "mayo 2014",
  ])
  func textsThatAreNoDate(text: String) {
    #expect(PartialDate(text) == nil)
  }
}
