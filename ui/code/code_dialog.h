// "Code for This Request": the panel in a dialog of its own. Opened, never executed.
#pragma once

#include <QDialog>

#include "base/result.h"
#include "code/code.h"

namespace stator::ui {

class CodeDialog : public QDialog {
    Q_OBJECT
public:
    CodeDialog(const code::Request &request, QWidget *parent);
};

// Opens one for a request of the API, on the connection's region and, for this computer, its endpoint.
template <class ApiRequest>
CodeDialog *openCodeDialog(const QString &operation, const ApiRequest &apiRequest, const QString &region,
                           const QString &endpoint, QWidget *parent)
{
    Result<code::Node> tree = code::treeOf(apiRequest);
    if (!tree.ok())
        return nullptr;
    code::Request request;
    request.operation = operation;
    request.root = std::move(*tree);
    request.region = region;
    request.endpoint = endpoint;
    auto *dialog = new CodeDialog(request, parent);
    dialog->open();
    return dialog;
}

} // namespace stator::ui
