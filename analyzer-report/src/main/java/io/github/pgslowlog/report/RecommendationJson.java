package io.github.pgslowlog.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.advice.Advice;
import io.github.pgslowlog.advice.Unhelped;
import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.select.Proof;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.ServedQuery;
import io.github.pgslowlog.select.WriteCost;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Advice as JSON: costs and bytes have two decimals, gains four. */
final class RecommendationJson {
  private static final int COST_DECIMALS = 2;
  private static final int GAIN_DECIMALS = 4;

  private final JsonGenerator json;
  private final JsonFields fields;

  RecommendationJson(JsonGenerator json, JsonFields fields) {
    this.json = json;
    this.fields = fields;
  }

  void write(Analysis analysis) throws IOException {
    fields.array("recommendations", analysis.recommendations(), this::recommendation);
    advice(analysis.advice());
  }

  private void advice(Advice advice) throws IOException {
    json.writeObjectFieldStart("advice");
    fields.text("basis", Optional.of(advice.basis()).filter(basis -> !basis.isEmpty()));
    fields.array("unhelped", advice.unhelped(), this::unhelped);
    fields.array("problems", advice.problems(), problem -> json.writeString(problem.message()));
    json.writeEndObject();
  }

  private void unhelped(Unhelped unhelped) throws IOException {
    json.writeStartObject();
    json.writeStringField("fingerprint", unhelped.fingerprint().toString());
    json.writeStringField("cause", unhelped.cause());
    json.writeEndObject();
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
    size(recommendation);
    writeCost(recommendation.writeCost());
    json.writeStringField("confidence", recommendation.confidence().word());
    fields.array("reasons", recommendation.reasons(), json::writeString);
    fields.array("caveats", recommendation.caveats(), json::writeString);
    json.writeStringField("verification", recommendation.verification());
    fields.array(
        "costs", recommendation.served().stream().filter(this::isPlanned).toList(), this::cost);
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
    fields.decimal("costBefore", proof.map(Proof::costBefore), COST_DECIMALS);
    fields.decimal("costAfter", proof.map(Proof::costAfter), COST_DECIMALS);
    fields.decimal("marginalGain", proof.map(Proof::marginalGain), GAIN_DECIMALS);
    fields.decimal("standaloneGain", proof.map(Proof::standaloneGain), GAIN_DECIMALS);
  }

  private void size(Recommendation recommendation) throws IOException {
    if (recommendation.bytes().isPresent()) {
      json.writeNumberField("sizeBytes", recommendation.bytes().getAsLong());
    } else {
      json.writeNullField("sizeBytes");
    }
  }

  private void writeCost(Optional<WriteCost> cost) throws IOException {
    if (cost.isEmpty()) {
      json.writeNullField("writeCost");
      return;
    }
    WriteCost known = cost.get();
    json.writeObjectFieldStart("writeCost");
    fields.decimal("bytesPerInsert", Optional.of(known.bytesPerInsert()), COST_DECIMALS);
    fields.decimal("bytesPerUpdate", Optional.of(known.bytesPerUpdate()), COST_DECIMALS);
    fields.array("hotColumns", known.hotColumns(), json::writeString);
    fields.decimal("bytesPerDay", optional(known.bytesPerDay()), COST_DECIMALS);
    json.writeEndObject();
  }

  private boolean isPlanned(ServedQuery query) {
    return query.costBefore().isPresent() || query.costAfter().isPresent();
  }

  private void cost(ServedQuery query) throws IOException {
    fields.line(
        () -> {
          json.writeStringField("fingerprint", query.fingerprint().toString());
          fields.decimal("before", optional(query.costBefore()), COST_DECIMALS);
          fields.decimal("after", optional(query.costAfter()), COST_DECIMALS);
        });
  }

  private static Optional<Double> optional(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  private void key(IndexKey key) throws IOException {
    json.writeString(key.sql());
  }

  private void fingerprint(Fingerprint fingerprint) throws IOException {
    json.writeString(fingerprint.toString());
  }
}
