// A request as a tree of plain nodes, from which every language is written: members of the API by their names,
// attribute values by their types. It holds what was said and nothing else.
//
// Threads: any.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include "api/structure.h"
#include "base/result.h"

namespace stator::ui::code {

enum class NodeKind : unsigned char {
    Text,
    Integer,
    Long,
    Double,
    Boolean,
    Enumerated,
    Structure, // `name` is its type
    List,
    Map,       // of anything but attribute values
    Item,      // attributes by name
    Attribute, // one attribute value: `type`, and what it holds
};

struct Node {
    NodeKind kind = NodeKind::Text;
    QString text;             // Text, numbers by their digits, Enumerated; of attributes: S and N
    bool isTrue = false;      // Boolean; of attributes: BOOL
    QString name;             // of a Structure's type
    bool needsAll = false;    // a Structure that is not one without its required members
    QString type;             // of an Attribute: "S", "N", "B", "BOOL", "NULL", "SS", "NS", "BS", "L", "M"
    QByteArray bytes;         // B
    QString key;              // in a Structure, Map or Item: the name it has there
    std::vector<Node> children;
};

struct Request {
    QString operation; // "GetItem"
    bool isOfStreams = false;
    Node root;         // a Structure
    QString region;
    QString endpoint;  // a URL; empty: the service's own
};

// The error says in a sentence why there is no tree: a value that no SDK could send.
Result<Node> treeOf(const api::Structure &structure, const void *object);

template <class ApiRequest>
Result<Node> treeOf(const ApiRequest &request)
{
    return treeOf(describe(&request), &request);
}

// Of a request's body as it came over the wire. Operations that SDKs do not have are errors.
Result<Request> requestOf(std::string_view operation, std::string_view json);

} // namespace stator::ui::code
