package io.github.pgslowlog.benchmarks.generator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables of the shop that the log tells of. */
final class Schema {
  /** One table a line: name, singular, columns with their values. */
  private static final String TABLES =
      """
      customers customer id:id email:email first_name:name last_name:name phone:code city:city newsletter:flag created_at:time updated_at:time
      orders order id:id customer_id:id address_id:id status:status total:money currency:code placed_at:time shipped_at:time note:note version:quantity
      order_items order_item id:id order_id:id product_id:id quantity:quantity unit_price:money discount:money status:status created_at:time
      products product id:id category_id:id brand_id:id sku:token name:name description:note price:money stock:quantity active:flag attributes:json created_at:time updated_at:time
      categories category id:id parent_id:id name:name slug:token position:quantity visible:flag
      brands brand id:id name:name country:code founded_on:date website:email
      addresses address id:id customer_id:id kind:status street:name city:city postal_code:quantity country_code:code valid_from:date
      payments payment id:id order_id:id method:code amount:money state:status reference:uuid captured_at:time failed_at:time
      shipments shipment id:id order_id:id warehouse_id:id carrier:code tracking_code:token weight:money sent_at:time delivered_at:time
      warehouses warehouse id:id name:name city:city country_code:code capacity:quantity open:flag
      stock_levels stock_level id:id product_id:id warehouse_id:id quantity:quantity reserved:quantity counted_on:date updated_at:time
      reviews review id:id product_id:id customer_id:id rating:quantity title:name body:note approved:flag created_at:time
      carts cart id:id customer_id:id token:uuid currency:code expires_at:time created_at:time updated_at:time
      cart_items cart_item id:id cart_id:id product_id:id quantity:quantity added_at:time
      coupons coupon id:id code:token percent:quantity valid_from:date valid_to:date customer_id:id used:flag
      sessions session id:uuid customer_id:id ip:code user_agent:note data:json last_seen_at:time expires_at:time
      events event id:uuid customer_id:id session_id:uuid kind:status payload:json occurred_at:time received_at:time
      invoices invoice id:id order_id:id customer_id:id number:token due_on:date amount:money paid:flag sent_to:email
      subscriptions subscription id:id customer_id:id product_id:id plan:code renews_on:date price:money active:flag cancelled_at:time
      tickets ticket id:id customer_id:id order_id:id subject:name state:status priority:quantity opened_at:time closed_at:time
      messages message id:id ticket_id:id author:email body:note read:flag sent_at:time
      jobs job id:id queue:code handler:json attempts:quantity run_at:time locked_at:time failed_at:time last_error:note
      audit_entries audit_entry id:uuid customer_id:id action:status entity:code entity_key:id changes:json at:time
      price_changes price_change id:id product_id:id old_price:money new_price:money changed_by:email changed_at:time
      """;

  private final List<Table> tables = TABLES.lines().map(Schema::table).toList();

  private static Table table(String line) {
    List<String> words = List.of(line.split(" ", -1));
    List<Column> columns = words.subList(2, words.size()).stream().map(Schema::column).toList();
    return new Table(words.get(0), words.get(1), columns);
  }

  private static Column column(String word) {
    List<String> parts = Arrays.asList(word.split(":", -1));
    return new Column(parts.get(0), Value.valueOf(parts.get(1).toUpperCase(Locale.ROOT)));
  }

  List<Table> tables() {
    return tables;
  }

  /** The table a column such as {@code customer_id} points at. */
  Optional<Table> target(Column reference) {
    return tables.stream()
        .filter(table -> reference.name().equals(table.singular() + "_id"))
        .filter(table -> table.columns().get(0).value() == Value.ID)
        .findFirst();
  }
}
