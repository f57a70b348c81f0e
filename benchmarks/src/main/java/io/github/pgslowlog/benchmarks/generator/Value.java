package io.github.pgslowlog.benchmarks.generator;

/** What a column holds, and so what stands in a literal or a parameter. */
enum Value {
  ID(true),
  QUANTITY(true),
  MONEY(true),
  FLAG(false),
  STATUS(false),
  CODE(false),
  EMAIL(false),
  NAME(false),
  CITY(false),
  TIME(false),
  DATE(false),
  UUID(false),
  TOKEN(false),
  PATTERN(false),
  NOTE(false),
  JSON(false);

  private static final byte[][] NAMES =
      words(
          "Anna|Jürgen|María|Zoë|Łukasz|O''Brien|Søren|Иван|花子|Nguyễn|Smith|Garcia|Müller|Rossi|Kowalski|"
              + "Dubois|Andersson|Yılmaz|D''Angelo|Şahin|José|Élodie|Björn|Chloé|Ahmed|Fatima|Wei|Olga|John|Emma");
  private static final byte[][] CITIES =
      words(
          "Berlin|München|São Paulo|Kraków|Malmö|Zürich|İstanbul|東京|Москва|Paris|Málaga|L''Aquila|Göteborg|"
              + "Brno|Αθήνα|Århus|New York|Besançon|Chicago|Leeds");
  private static final byte[][] STATUSES =
      words("new|paid|open|shipped|cancelled|returned|pending|active|failed|done|draft|archived");
  private static final byte[][] CODES =
      words("DE|FR|US|EUR|USD|GBP|PLN|en_US|de_DE|web|app|EU-1|A|B");
  private static final byte[][] SENTENCES =
      words(
          "Please leave the parcel with the neighbour|Doesn''t fit, exchange for size 42|"
              + "Invoice path C:\\export\\2026\\invoice.pdf|Customer called twice; refund agreed|"
              + "Größe M statt L, bitte umtauschen|50 % off (code \"WINTER\") was not applied|"
              + "First line\nsecond line\tand a tab|See https://shop.example.com/help?topic=returns&lang=de|ok");

  private final boolean isNumber;

  Value(boolean isNumber) {
    this.isNumber = isNumber;
  }

  private static byte[][] words(String words) {
    String[] parts = words.split("\\|", -1);
    byte[][] bytes = new byte[parts.length][];
    for (int i = 0; i < parts.length; i++) {
      bytes[i] = Text.utf8(parts[i]);
    }
    return bytes;
  }

  /** Whether less and greater are asked of it. */
  boolean isRange() {
    return this == TIME || this == DATE || this == MONEY || this == QUANTITY;
  }

  /** Writes a literal of SQL. */
  void literal(Text out, Randomness random) {
    if (isNumber) {
      append(out, random);
      return;
    }
    if (this == FLAG) {
      out.append(random.percent(50) ? "true" : "false");
      return;
    }
    out.append('\'');
    append(out, random);
    out.append('\'');
  }

  /** Writes a parameter as DETAIL shows it. */
  void parameter(Text out, Randomness random) {
    if (this != ID && random.below(64) == 0) {
      out.append("NULL");
      return;
    }
    out.append('\'');
    append(out, random);
    out.append('\'');
  }

  /** Writes the bare value with its quotes doubled. */
  void append(Text out, Randomness random) {
    switch (this) {
      case ID -> out.append(1 + random.below(1 << random.between(8, 24)));
      case QUANTITY -> out.append(random.between(1, 100));
      case MONEY -> out.append(random.below(2000)).append('.').digits(random.below(100), 2);
      case FLAG -> out.append(random.percent(50) ? 't' : 'f');
      case STATUS -> out.append(STATUSES[random.below(STATUSES.length)]);
      case CODE -> out.append(CODES[random.below(CODES.length)]);
      case EMAIL -> out.append("user").append(random.below(200_000)).append("@example.com");
      case NAME -> out.append(NAMES[random.below(NAMES.length)]);
      case CITY -> out.append(CITIES[random.below(CITIES.length)]);
      case DATE -> date(out, random);
      case TIME -> time(out, random);
      case UUID -> uuid(out, random);
      case TOKEN -> out.hex(random.next(), 16).hex(random.next(), 16);
      case PATTERN -> out.append('%').append(NAMES[random.below(NAMES.length)]).append('%');
      case NOTE -> out.append(SENTENCES[random.below(SENTENCES.length)]);
      case JSON -> json(out, random);
    }
  }

  private static void date(Text out, Randomness random) {
    out.append("20").append(random.between(22, 26)).append('-').digits(random.between(1, 12), 2);
    out.append('-').digits(random.between(1, 28), 2);
  }

  private static void time(Text out, Randomness random) {
    date(out, random);
    out.append(' ').digits(random.below(24), 2).append(':').digits(random.below(60), 2);
    out.append(':').digits(random.below(60), 2).append('.').digits(random.below(1_000_000), 6);
    out.append("+00");
  }

  private static void uuid(Text out, Randomness random) {
    long high = random.next();
    long low = random.next();
    out.hex(high >>> 32, 8).append('-').hex(high >>> 16, 4).append("-4").hex(high, 3);
    out.append("-a").hex(low >>> 48, 3).append('-').hex(low, 12);
  }

  private static void json(Text out, Randomness random) {
    out.append("{\"page\": ").append(random.below(50)).append(", \"tags\": [\"");
    out.append(CODES[random.below(CODES.length)]).append("\", \"sale\"], \"path\": \"/shop/");
    out.append(random.below(10_000)).append("\"}");
  }
}
