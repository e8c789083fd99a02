#include <QtTest/QTest>

#include "model/limits.h"
#include "support/json_file.h"

using namespace stator;
using namespace stator::model;

class TestLimits : public QObject {
    Q_OBJECT

private slots:
    void areTheServices_data()
    {
        QTest::addColumn<qint64>("limit");
        const auto row = [](const char *name, std::uint64_t limit) {
            QTest::newRow(name) << static_cast<qint64>(limit);
        };
        row("item_size_max", kItemBytes);
        row("partition_key_value_max", kPartitionKeyBytes);
        row("sort_key_value_max", kSortKeyBytes);
        row("nesting_depth_max", kNestingLevels);
        row("attribute_name_max", kAttributeNameBytes);
        row("key_attribute_name_max", kKeyAttributeNameBytes);
        row("number_precision", kNumberDigits);
        row("query_scan_page_max", kQueryPageBytes);
        row("scan_total_segments_max", kScanSegments);
        row("batch_get_keys_max", kBatchGetKeys);
        row("batch_get_response_max", kBatchGetResponseBytes);
        row("batch_write_requests_max", kBatchWriteRequests);
        row("transact_actions_max", kTransactActions);
        row("request_body_max", kRequestBodyBytes);
        row("request_headers_max", kRequestHeadBytes);
        row("expression_length_max", kExpressionBytes);
        row("expression_operators_max", kExpressionOperators);
        row("expression_placeholder_max", kPlaceholderBytes);
        row("expression_substitution_total_max", kSubstitutionBytes);
        row("in_operands_max", kInOperands);
        row("lsi_per_table", kLocalIndexes);
        row("gsi_per_table", kGlobalIndexes);
        row("vector_indexes_per_table", kVectorIndexes);
        row("vector_topk_max", kTopK);
        row("vector_search_response_max", kSearchResponseBytes);
        row("non_key_attributes_per_index", kNonKeyAttributesPerIndex);
        row("projected_attributes_per_table", kProjectedAttributesPerTable);
        row("tables_per_account_region", kTablesPerRegion);
        row("tags_per_resource", kTagsPerResource);
        row("concurrent_table_operations", kTableOperationsAtOnce);
        row("resource_policy_max", kResourcePolicyBytes);
        row("table_read_quota", kTableUnits);
        row("table_write_quota", kTableUnits);
        row("account_read_quota_provisioned", kAccountUnits);
        row("account_write_quota_provisioned", kAccountUnits);
        row("contributor_insights_list_max", kContributorInsightsPerPage);
        row("ttl_max_past", kTimeToLivePastSeconds);
        row("storage_overhead_per_item", kStorageOverheadPerItemBytes);
        row("read_unit_block", kReadUnitBytes);
        row("write_unit_block", kWriteUnitBytes);
    }
    void areTheServices()
    {
        QFETCH(qint64, limit);
        const QJsonObject limits = test::jsonFile("tests/core/model/data/limits.json")["limits"].toObject();
        QCOMPARE(limits[QLatin1String(QTest::currentDataTag())].toInteger(-1), limit);
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
