package io.github.pgslowlog.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.select.Proof;
import io.github.pgslowlog.select.Recommendation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Recommendations as JSON. */
final class RecommendationJson {
  private final JsonGenerator json;
  private final JsonFields fields;

  RecommendationJson(JsonGenerator json, JsonFields fields) {
    this.json = json;
    this.fields = fields;
  }

  void write(Analysis analysis) throws IOException {
    fields.array("recommendations", analysis.recommendations(), this::recommendation);
  }

  private void recommendation(Recommendation recommendation) throws IOException {
    json.writeStartObject();
    json.writeStringField("action", recommendation.action().word());
    json.writeStringField("statement", recommendation.statement());
    json.writeStringField("rollback", recommendation.rollback());
    fields.table(Optional.of(recommendation.table()));
    index(recommendation.index());
    fields.array("queries", recommendation.queries(), this::fingerprint);
    json.writeNumberField("calls", recommendation.calls());
    fields.milliseconds("totalMs", recommendation.micros());
    proof(recommendation.proof());
    if (recommendation.bytes().isPresent()) {
      json.writeNumberField("sizeBytes", recommendation.bytes().getAsLong());
    } else {
      json.writeNullField("sizeBytes");
    }
    json.writeNullField("writeCost");
    json.writeStringField("confidence", recommendation.confidence().word());
    fields.array("reasons", recommendation.reasons(), json::writeString);
    fields.array("caveats", recommendation.caveats(), json::writeString);
    json.writeEndObject();
  }

  private void index(Optional<CandidateIndex> index) throws IOException {
    fields.text("accessMethod", index.map(CandidateIndex::accessMethod));
    fields.array("keys", index.map(CandidateIndex::keys).orElse(List.of()), this::key);
    fields.array(
        "include", index.map(CandidateIndex::included).orElse(List.of()), json::writeString);
    fields.text("predicate", index.flatMap(CandidateIndex::predicate));
    json.writeBooleanField("unique", false);
  }

  private void proof(Optional<Proof> proof) throws IOException {
    number("costBefore", proof.map(Proof::costBefore));
    number("costAfter", proof.map(Proof::costAfter));
    number("marginalGain", proof.map(Proof::marginalGain));
    number("standaloneGain", proof.map(Proof::standaloneGain));
  }

  private void number(String name, Optional<Double> value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  private void key(IndexKey key) throws IOException {
    json.writeString(key.sql());
  }

  private void fingerprint(Fingerprint fingerprint) throws IOException {
    json.writeString(fingerprint.toString());
  }
}
